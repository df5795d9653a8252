import { app, type BrowserWindow } from 'electron';
import type { Translate } from '../../app/i18n/translate';
import { attentionImage } from './small-icon';

export interface TaskbarFacts {
  /** From 0 to 1; `null` for no bar. */
  readonly share: number | null;
  readonly isPaused: boolean;
  /** How many deliveries need the user. */
  readonly attention: number;
}

/** Shows the progress on the dock or taskbar, and how many faxes need the user, as far as the system can. */
export function showOnTaskbar(window: BrowserWindow | null, t: Translate, facts: TaskbarFacts): void {
  app.setBadgeCount(facts.attention);
  if (window === null || window.isDestroyed()) return;
  window.setProgressBar(facts.share ?? -1, { mode: facts.isPaused ? 'paused' : 'normal' });
  if (process.platform !== 'win32') return;
  if (facts.attention > 0) window.setOverlayIcon(attentionImage(), t('background.attention'));
  else window.setOverlayIcon(null, '');
}
