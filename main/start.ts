import { join } from 'node:path';
import { app, type BrowserWindow, dialog, nativeTheme, session } from 'electron';
import type { AppInfo, EventName, EventPayload } from '../app/contract';
import { outboxChange } from '../app/outbox/listing';
import { createTranslate } from '../app/i18n/translate';
import type { Settings } from '../app/settings';
import { createAccounts } from './accounts';
import { filesIn, linksIn } from './arguments';
import { openHome } from './home';
import { accountCalls } from './ipc/account-calls';
import { appCalls } from './ipc/app-calls';
import { fileCalls } from './ipc/file-calls';
import { historyCalls } from './ipc/history-calls';
import { outboxCalls } from './ipc/outbox-calls';
import { serve, tell } from './ipc/serve';
import { serviceCalls } from './ipc/service-calls';
import { languageOf } from './language';
import { createArrivals } from './openings/arrivals';
import { watchOpeningsGiven } from './openings/openings-given';
import { createOpenedFiles } from './os/opened-files';
import { reportError } from './report-error';
import { openSettings } from './settings';
import { openSettingsFile } from './settings-file';
import { openMainWindow } from './windows/main-window';
import { setMenu } from './windows/menu';
import { PAGE_ORIGIN, servePages } from './windows/page-protocol';

/** The window's process, composed. A second start hands its files over to the first and ends. */
export async function startWindow(words: readonly string[]): Promise<void> {
  const home = openHome(process.env);
  const given = watchOpeningsGiven(app, { files: filesIn(words, process.cwd()), links: linksIn(words) });
  if (given === null) return;

  const settings = openSettings(openSettingsFile(home));
  const language = (): Settings['language'] & string =>
    languageOf(settings.get().language, app.getPreferredSystemLanguages());
  const t = () => createTranslate(language());
  const files = createOpenedFiles();
  const arrivals = createArrivals(files);
  let window: BrowserWindow | null = null;
  const toWindow = <N extends EventName>(name: N, payload: EventPayload<N>): void => {
    if (window !== null && !window.isDestroyed()) tell(window.webContents, name, payload);
  };
  const accounts = createAccounts(words.includes('--demo') ? 'demo' : settings.get().account, {
    home,
    environment: process.env,
    allowInsecureHttp: () => settings.get().allowInsecureHttp,
    policy: () => settings.get(),
    onDeliveries: (deliveries, outbox) => toWindow('outboxChanged', outboxChange(deliveries, outbox.status())),
    onError: reportError,
    onUploadProgress: (progress) => toWindow('uploadProgress', progress),
    onRecordsChanged: (changed) => toWindow('recordsChanged', changed),
    onFaxesReceived: (received) => toWindow('faxesReceived', received),
    onSyncStatus: (status) => toWindow('syncStatusChanged', status),
    onDamage: (path) => void dialog.showMessageBox({ type: 'warning', message: t()('menu.outboxDamaged', { path }) }),
  });
  const info = async (): Promise<AppInfo> => {
    const { exchangeHost, exchangeIsInsecure } = await accounts.current();
    const platform = platformOf(process.platform);
    return { version: app.getVersion(), platform, language: language(), exchangeHost, exchangeIsInsecure };
  };
  const applySettings = (): void => {
    nativeTheme.themeSource = settings.get().theme;
    setMenu({
      t: t(),
      version: app.getVersion(),
      isMac: process.platform === 'darwin',
      send: (command) => toWindow('menuCommand', command),
    });
  };
  const openWindow = (): BrowserWindow => {
    window = openMainWindow(settings, language());
    return window;
  };
  const currentWindow = (): BrowserWindow => (window === null || window.isDestroyed() ? openWindow() : window);

  // Chromium's own parts, such as date fields, speak what the program speaks.
  app.commandLine.appendSwitch('lang', language());
  await app.whenReady();
  servePages(session.defaultSession, join(app.getAppPath(), 'dist/renderer'), files);
  nativeTheme.themeSource = settings.get().theme;
  serve(
    {
      ...appCalls({
        settings,
        info,
        onReady() {
          markReady();
          applySettings();
          given.deliverTo((collected) => {
            arrivals.read(
              collected,
              (arrival) => toWindow('arrived', arrival),
              (screen) => toWindow('menuCommand', commandTo[screen]),
            );
          });
          void accounts.current();
        },
        onSettings(changed) {
          applySettings();
          toWindow('settingsChanged', changed);
        },
      }),
      ...accountCalls({
        account: accounts.current,
        switchAccount: accounts.switchTo,
        settings,
        onKeyStatus: (status) => toWindow('keyStatusChanged', status),
      }),
      ...fileCalls({ files, window: currentWindow, t }),
      ...outboxCalls({ account: accounts.current, settings, home }),
      ...historyCalls({
        account: accounts.current,
        onRecordsChanged: (changed) => toWindow('recordsChanged', changed),
      }),
      ...serviceCalls({ account: accounts.current, home, window: currentWindow }),
    },
    PAGE_ORIGIN,
  );
  openWindow();

  given.onArrival(() => {
    const shown = currentWindow();
    if (shown.isMinimized()) shown.restore();
    shown.show();
    shown.focus();
  });
  app.on('activate', () => void currentWindow());
  app.on('window-all-closed', () => app.quit());
  closeBeforeQuit(accounts.close);
}

/** Lets an upload that is under way be noted before the process ends. */
function closeBeforeQuit(close: () => Promise<void>): void {
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}

const commandTo = { outbox: 'showOutbox', records: 'showRecords', settings: 'showSettings' } as const;

/** The start-up benchmark's mark (`build/bench`). */
function markReady(): void {
  if (process.env['FAKSLA_BENCH'] === '1') process.stdout.write(`faksla-ready ${Date.now()}\n`);
}

function platformOf(platform: NodeJS.Platform): AppInfo['platform'] {
  if (platform === 'win32') return 'windows';
  return platform === 'darwin' ? 'macos' : 'linux';
}
