import type { BrowserWindow } from 'electron';
import { reportError } from '../report-error';
import type { SettingsStore } from '../settings';

/** Keeps where a window was when it is closed, for the next. */
export function rememberPlace(window: BrowserWindow, settings: Pick<SettingsStore, 'keepWindowBounds'>): void {
  window.on('close', () => {
    try {
      settings.keepWindowBounds({ ...window.getNormalBounds(), maximized: window.isMaximized() });
    } catch (error) {
      // No reason not to close, as on a full disk.
      reportError(error);
    }
  });
}
