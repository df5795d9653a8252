import type { App, Session, WebContents } from 'electron';
import { GIVEN_SCHEME } from '../../app/given-files';

/** The addresses of what is ours. */
const OWN = new RegExp(`^(faksla|${GIVEN_SCHEME}|blob|devtools|data):`);

/** No page of ours ever navigates, opens a window, embeds another page or asks for a permission. */
export function lockDown(app: App): void {
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents));
  app.on('session-created', lockDownSession);
}

function lockDownContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

function lockDownSession(session: Session): void {
  // Else Chromium fetches a dictionary from its maker's server, whatever a window's preferences say.
  session.setSpellCheckerLanguages([]);
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: details.webContentsId !== undefined && !OWN.test(details.url) });
  });
}
