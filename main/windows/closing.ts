import { type App, type BrowserWindow, dialog, powerMonitor } from 'electron';
import { closingOf, closingQuestion, quittingQuestion } from '../../app/background/closing';
import type { WorkCounts } from '../../app/background/work';
import type { Translate } from '../../app/i18n/translate';
import type { Settings } from '../../app/settings';
import type { SettingsStore } from '../settings';

export interface ClosingParts {
  readonly app: App;
  readonly settings: SettingsStore;
  /** What was chosen is kept. */
  readonly onSettings: (settings: Settings) => void;
  readonly t: () => Translate;
  readonly counts: () => WorkCounts;
  readonly canHide: () => boolean;
  /** The user has agreed to quit; uploads under way are finished yet. */
  readonly onQuitting: () => void;
  /** Finishes what must be noted before the process ends. */
  readonly close: () => Promise<void>;
}

/** What happens when a window is closed and when the program quits. */
export interface Closing {
  watch(window: BrowserWindow): void;
}

type Stage = 'running' | 'asking' | 'closing' | 'closed';

/** Nothing is asked when the system ends the session or a signal ends the program: nobody may be there to answer. */
export function watchQuitting(parts: ClosingParts): Closing {
  const { app, settings, t, counts, canHide } = parts;
  let stage: Stage = 'running';
  const stageNow = (): Stage => stage;
  let mayAsk = true;
  const quitUnasked = (): void => {
    mayAsk = false;
    app.quit();
  };
  powerMonitor.on('shutdown', quitUnasked);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    // Electron takes over, while it starts, what was listened to before; that is heard again only once nobody listens.
    process.removeAllListeners(signal);
    process.on(signal, quitUnasked);
  }

  const close = async (): Promise<void> => {
    stage = 'closing';
    parts.onQuitting();
    await parts.close().finally(() => {
      stage = 'closed';
      app.quit();
    });
  };
  const askAndClose = async (): Promise<void> => {
    stage = 'asking';
    const agrees = await agreesToQuit(t(), counts());
    if (stageNow() !== 'asking') return;
    if (agrees) await close();
    else stage = 'running';
  };
  app.on('before-quit', (event) => {
    if (stage === 'closed') return;
    event.preventDefault();
    if (mayAsk && stage === 'running') void askAndClose();
    else if (!mayAsk && stage !== 'closing') void close();
  });

  return {
    watch(window) {
      window.on('session-end', quitUnasked);
      window.on('close', (event) => {
        if (stage === 'closed') return;
        event.preventDefault();
        if (stage !== 'running') return;
        const facts = { settings: settings.get(), counts: counts(), canHide: canHide() };
        const keepAs = (choice: 'keep' | 'quit'): void => {
          parts.onSettings(settings.change({ whenClosed: choice }));
          window.close();
        };
        const actions = {
          hide: () => hide(window),
          minimise: () => window.minimize(),
          ask: () => void askOnce(window, t(), facts).then((choice) => choice && keepAs(choice)),
          close: () => app.quit(),
        };
        actions[closingOf(facts)]();
      });
    },
  };
}

/** A full-screen window on macOS leaves an empty space behind when it is hidden. */
function hide(window: BrowserWindow): void {
  if (process.platform !== 'darwin' || !window.isFullScreen()) {
    window.hide();
    return;
  }
  window.once('leave-full-screen', () => window.hide());
  window.setFullScreen(false);
}

async function askOnce(
  window: BrowserWindow,
  t: Translate,
  { counts, canHide }: { readonly counts: WorkCounts; readonly canHide: boolean },
): Promise<'keep' | 'quit' | null> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    ...closingQuestion(t, counts, canHide),
    buttons: [t('background.closing.keep'), t('background.closing.quit'), t('background.closing.cancel')],
    defaultId: 0,
    cancelId: 2,
  });
  return (['keep', 'quit', null] as const)[response] ?? null;
}

async function agreesToQuit(t: Translate, counts: WorkCounts): Promise<boolean> {
  const question = quittingQuestion(t, counts);
  if (question === null) return true;
  const { response } = await dialog.showMessageBox({
    type: 'question',
    ...question,
    buttons: [t('background.quitting.quit'), t('background.quitting.cancel')],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}
