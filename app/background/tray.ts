import type { Translate } from '../i18n/translate';
import { standing } from './closing';
import type { WorkCounts } from './work';

/** What the tray icon shows and offers. */
export interface TrayFacts {
  readonly counts: WorkCounts;
  readonly isPaused: boolean;
  /** An upload is finished before the program ends. */
  readonly isQuitting: boolean;
}

export type TrayCommand = 'open' | 'newFax' | 'showOutbox' | 'pause' | 'resume' | 'quit';

export type TrayItem =
  | { readonly kind: 'words'; readonly label: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'command'; readonly command: TrayCommand; readonly label: string };

/** What is going on, in one line: the icon's tooltip and the menu's first line. */
export function trayWords(t: Translate, { counts, isPaused, isQuitting }: TrayFacts): string {
  if (isQuitting) return t('background.tray.quitting');
  const words = standing(t, counts);
  if (isPaused) return [t('background.tray.paused'), words].filter((part) => part !== '').join(' · ');
  return words === '' ? t('background.tray.idle') : words;
}

export function trayItems(t: Translate, facts: TrayFacts): TrayItem[] {
  const words: TrayItem = { kind: 'words', label: trayWords(t, facts) };
  if (facts.isQuitting) return [words];
  const item = (command: TrayCommand): TrayItem => ({
    kind: 'command',
    command,
    label: t(`background.tray.${command}`),
  });
  const separator: TrayItem = { kind: 'separator' };
  return [
    words,
    separator,
    item('open'),
    item('newFax'),
    item('showOutbox'),
    separator,
    item(facts.isPaused ? 'resume' : 'pause'),
    separator,
    item('quit'),
  ];
}
