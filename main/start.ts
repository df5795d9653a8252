import { app, type BrowserWindow, dialog, nativeTheme } from 'electron';
import type { AppInfo } from '../app/contract';
import { outboxChange } from '../app/outbox/listing';
import { createTranslate } from '../app/i18n/translate';
import type { Language, Settings } from '../app/settings';
import type { AccountParts } from './account';
import { createAccounts } from './accounts';
import { createDesktop } from './background/desktop';
import { obeyTray } from './background/obey-tray';
import { createDraftStore } from './drafts/draft-store';
import { expectFirstPage } from './first-page';
import { accountFolder } from './home';
import { accountCalls } from './ipc/account-calls';
import { appCalls } from './ipc/app-calls';
import { documentCalls } from './ipc/document-calls';
import { draftCalls } from './ipc/draft-calls';
import { fileCalls } from './ipc/file-calls';
import { historyCalls } from './ipc/history-calls';
import { integrationCalls } from './ipc/integration-calls';
import { outboxCalls } from './ipc/outbox-calls';
import { proofCalls } from './ipc/proof-calls';
import { serve } from './ipc/serve';
import { serviceCalls } from './ipc/service-calls';
import { placesHere } from './integration/here';
import { languageOf } from './language';
import type { Opened } from './open-first';
import { orTellUnusable } from './or-tell-unusable';
import { createArrivals } from './openings/arrivals';
import { setJumpList } from './os/jump-list';
import { setLoginStart } from './os/login-start';
import { outliveErrors } from './outlive-errors';
import { watchWakeUps } from './os/wake-ups';
import { openSettings } from './settings';
import { openSettingsFile } from './settings-file';
import { recoverySentence, storageSentence } from './storage-sentence';
import { reportError } from './report-error';
import { openUpdateSource } from './updates/open-source';
import { areUpdatesForbidden } from './updates/policy';
import { createUpdates, lookRegularly } from './updates/updates';
import { watchQuitting } from './windows/closing';
import { openMainWindow } from './windows/main-window';
import { setMenu } from './windows/menu';
import { rememberPlace } from './windows/remember-place';
import { createWindowHost, type WindowHost } from './windows/window-host';
import { PAGE_ORIGIN } from './windows/page-protocol';

/**
 * The window's process, composed: everything that serves the window. Its page is starting meanwhile and can ask nothing
 * before this has ended, as nothing here waits.
 */
export async function serveWindow({ words, home, given, files, lookedAt, first }: Opened): Promise<void> {
  const settings = await orTellUnusable(() => openSettings(openSettingsFile(home)));
  if (settings === null) return;
  const language = (): Language => languageOf(settings.get().language, app.getPreferredSystemLanguages());
  const t = () => createTranslate(language());
  const arrivals = createArrivals(files);
  const drafts = createDraftStore({ folder: () => accountFolder(home, accounts.kind()), files });
  /** What every window has, the first one, too. */
  const watch = (window: BrowserWindow): BrowserWindow => {
    rememberPlace(window, settings);
    window.once('closed', () => lookedAt.dropAll());
    window.webContents.on('render-process-gone', () => lookedAt.dropAll());
    closing.watch(window);
    return window;
  };
  const host = createWindowHost(() => {
    const { theme } = settings.get();
    const bounds = settings.windowBounds();
    return watch(openMainWindow({ theme, bounds, language: language(), isOpening: given.isAny() }));
  }, first);
  outliveErrors((failure) => host.tell('wentWrong', failure));
  const setPaused = async (isPaused: boolean): Promise<void> => {
    const { store, runner } = await accounts.current();
    store.pause(isPaused ? Date.now() : null);
    runner.look();
  };
  const desktop = createDesktop({
    settings,
    t,
    window: host.current,
    obey: (command) =>
      obeyTray(command, { host, setPaused: (paused) => void setPaused(paused), quit: () => app.quit() }),
    show: (shows) => host.showThen(() => host.tell('outboxAsked', shows)),
    showReceived: (callUuid) =>
      host.showThen(() => {
        host.tell('menuCommand', 'showRecords');
        host.tell('recordsAsked', { callUuid });
      }),
  });
  const parts: AccountParts = {
    home,
    environment: process.env,
    allowInsecureHttp: () => settings.get().allowInsecureHttp,
    policy: () => settings.get(),
    settings: () => settings.get(),
    onDeliveries(deliveries, statusNow) {
      const status = statusNow();
      desktop.background.told(deliveries);
      desktop.setPaused(status.pausedAt !== null);
      host.tell('outboxChanged', outboxChange(deliveries, status));
    },
    onError: reportError,
    onUploadProgress(progress) {
      desktop.background.progressed(progress);
      host.tell('uploadProgress', progress);
    },
    onRecordsChanged(changed) {
      desktop.setUnread(changed.unreadCount);
      host.tell('recordsChanged', changed);
    },
    onFaxesReceived(received) {
      desktop.faxesReceived(received);
      host.tell('faxesReceived', received);
    },
    onSyncStatus: (status) => host.tell('syncStatusChanged', status),
    onRecovery: (recovery) => void dialog.showMessageBox({ type: 'warning', message: recoverySentence(t(), recovery) }),
    onDamage: (path) => void dialog.showMessageBox({ type: 'warning', message: t()('menu.recordsDamaged', { path }) }),
  };
  // The account takes the main process a while, in which the page would wait for its file.
  const firstPage = expectFirstPage(first !== null && given.isAny(), (ms, action) => void setTimeout(action, ms));
  const accounts = createAccounts(
    words.includes('--demo') ? 'demo' : settings.get().account,
    parts,
    firstPage.shown,
    ({ store, history }) => {
      desktop.setUnread(history.store.counts().unread);
      desktop.background.begin(store.open().map(({ delivery }) => delivery));
      desktop.setPaused(store.pausedAt() !== null);
    },
  );
  const places = placesHere(t);
  const updates = createUpdates({
    openSource: () =>
      openUpdateSource((program) => {
        placesHere(t, () => program).renew();
        if (settings.get().startAtLogin) setLoginStart(true, program);
      }),
    isForbidden: () => areUpdatesForbidden(),
    isWanted: () => settings.get().updates,
    isSending: () => desktop.background.standing().counts.uploading > 0,
    onStatus: (status) => host.tell('updateChanged', status),
    onError: reportError,
  });
  const info = async (): Promise<AppInfo> => {
    const { exchangeHost, exchangeIsInsecure } = await accounts.current();
    const platform = platformOf(process.platform);
    return { version: app.getVersion(), platform, language: language(), exchangeHost, exchangeIsInsecure };
  };
  const applySettings = (): void => {
    setJumpList(t());
    nativeTheme.themeSource = settings.get().theme;
    setMenu({
      t: t(),
      version: app.getVersion(),
      isMac: process.platform === 'darwin',
      send: (command) => host.tell('menuCommand', command),
    });
  };
  let isInsecureAllowed = settings.get().allowInsecureHttp;
  /** What may be sent to the exchange's address has changed: what waits goes on, or says why it does not. */
  const lookAtAddress = async (): Promise<void> => {
    const { runner, status } = await accounts.current();
    runner.wake();
    host.tell('outboxChanged', outboxChange([], status()));
  };
  const onSettings = (changed: Settings): void => {
    if (changed.allowInsecureHttp !== isInsecureAllowed) void lookAtAddress();
    isInsecureAllowed = changed.allowInsecureHttp;
    applySettings();
    places.renew();
    desktop.refresh();
    host.tell('settingsChanged', changed);
  };
  let hasBegun = false;
  /** Opens the account, so that what waits is sent, and shows the tray icon. */
  const begin = async (): Promise<void> => {
    if (hasBegun) return;
    hasBegun = true;
    accounts.current().catch((error: unknown) => {
      reportError(error);
      dialog.showErrorBox(app.getName(), storageSentence(t(), error, home));
    });
    await desktop.start();
    lookRegularly(updates);
    setTimeout(() => places.renew(), RENEWAL_MS).unref();
  };

  serve(
    {
      ...appCalls({
        settings,
        info,
        onReady() {
          markReady();
          firstPage.onWindowReady();
          host.onPageReady();
          void firstPage.shown.then(begin);
        },
        onSettings,
      }),
      ...accountCalls({
        account: accounts.current,
        switchAccount: accounts.switchTo,
        settings,
        onKeyStatus: (status) => host.tell('keyStatusChanged', status),
      }),
      ...draftCalls({
        drafts,
        onKept: firstPage.onShown,
        onTaken() {
          host.onPageTaking();
          given.deliverTo((collected) => {
            arrivals.read(
              collected,
              (arrival) => host.showWith(() => host.tell('arrived', arrival)),
              (screen) => host.showThen(() => host.tell('menuCommand', commandTo[screen])),
            );
          });
        },
      }),
      'update.status': () => updates.status(),
      ...integrationCalls(places),
      ...fileCalls({ files, window: host.open, t }),
      ...outboxCalls({ account: accounts.current, settings, onQueued: () => drafts.forget() }),
      ...documentCalls({ account: accounts.current, lookedAt, window: host.open }),
      ...proofCalls({ account: accounts.current, window: host.open, language }),
      ...historyCalls({ account: accounts.current, window: host.open, t }),
      ...serviceCalls({ account: accounts.current }),
    },
    PAGE_ORIGIN,
  );
  const closing = watchQuitting({
    app,
    settings,
    onSettings,
    t,
    counts: () => desktop.background.standing().counts,
    canHide: () => desktop.canHide(),
    onQuitting() {
      given.end();
      host.current()?.hide();
      desktop.quit();
    },
    async close() {
      // Last, when our own uploads have ended and those of a command line have been heard of.
      await accounts.close();
      await updates.end();
    },
  });
  if (first !== null) watch(first);
  // Before the window is shown, whose page a menu would push down, and after what the page asks for first.
  setImmediate(applySettings);

  given.onArrival(host.show);
  app.on('activate', host.show);
  watchWakeUps(
    () => desktop.background.standing().counts.waiting > 0,
    () =>
      void accounts.current().then(({ runner, history }) => {
        runner.wake();
        history.wake();
      }),
  );
  if (first === null) {
    await begin();
    if (!desktop.canHide()) openMinimised(host);
  }
}

/** The user may have moved the program's file; nothing of that is looked at while the start is on its way. */
const RENEWAL_MS = 10_000;

/** Where there is no tray, a start at login is at least seen in the taskbar. */
function openMinimised(host: WindowHost): void {
  const window = host.open();
  window.once('show', () => window.minimize());
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
