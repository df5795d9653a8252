import type { App } from 'electron';

/** `appId` of `electron-builder.yml`: what the systems know the program by. */
export const APP_ID = 'tr.faksla.app';

/** What Windows calls when a notification is clicked. The uninstaller knows it too (`build/windows/traces.nsh`). */
export const TOAST_ACTIVATOR = '{73397F49-D0A6-405B-B203-CDB127A03507}';

/**
 * Tells Windows that this process is the program the installer's shortcuts start, so that its notifications, its jump
 * list and its button in the taskbar are theirs.
 */
export function nameToWindows(
  app: Pick<App, 'setAppUserModelId' | 'setToastActivatorCLSID'>,
  platform: NodeJS.Platform,
): void {
  if (platform !== 'win32') return;
  app.setAppUserModelId(APP_ID);
  app.setToastActivatorCLSID(TOAST_ACTIVATOR);
}
