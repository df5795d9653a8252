import { join } from 'node:path';
import { app, type BrowserWindow, nativeTheme, session } from 'electron';
import type { Language } from '../app/settings';
import { openWritableHome } from './home';
import { languageOf } from './language';
import { type OpeningsGiven, watchOpeningsGiven } from './openings/openings-given';
import { nameToWindows } from './os/app-id';
import { isHiddenStart } from './os/login-start';
import { openSettings, type SettingsStore } from './settings';
import { openSettingsFile } from './settings-file';
import { createLookedAt, type LookedAt } from './windows/looked-at';
import { openMainWindow } from './windows/main-window';
import { servePages } from './windows/page-protocol';

/** What a start has before everything else. */
export interface Opened {
  readonly words: readonly string[];
  readonly home: string;
  readonly given: OpeningsGiven;
  readonly settings: SettingsStore;
  readonly language: () => Language;
  /** What the page's protocol serves beside the page. */
  readonly lookedAt: LookedAt;
  readonly openWindow: () => BrowserWindow;
  /** `null` where the program starts hidden. */
  readonly first: BrowserWindow | null;
}

/**
 * Opens the window before anything else is loaded: a page takes a while to start, and what serves it is loaded then.
 * `null` in a second start, which hands its files over to the first and ends, and where the data folder can't be used.
 */
export async function openFirst(words: readonly string[]): Promise<Opened | null> {
  nameToWindows(app, process.platform);
  const home = await orTell(() => openWritableHome(process.env));
  if (home === null) return null;
  const given = watchOpeningsGiven(app, words, home);
  if (given === null) return null;
  const settings = await orTell(() => openSettings(openSettingsFile(home)));
  if (settings === null) return null;
  const language = (): Language => languageOf(settings.get().language, app.getPreferredSystemLanguages());
  // Chromium's own parts, such as date fields, speak what the program speaks.
  app.commandLine.appendSwitch('lang', language());
  await app.whenReady();
  const lookedAt = createLookedAt();
  servePages(session.defaultSession, join(app.getAppPath(), 'dist/renderer'), lookedAt);
  nativeTheme.themeSource = settings.get().theme;
  const openWindow = (): BrowserWindow => {
    const window = openMainWindow(settings, language(), given.isAny());
    window.once('closed', () => lookedAt.dropAll());
    window.webContents.on('render-process-gone', () => lookedAt.dropAll());
    return window;
  };
  const first = isHiddenStart(words) ? null : openWindow();
  return { words, home, given, settings, language, lookedAt, openWindow, first };
}

/** Where the data can't be used the user is told, and the program ends. */
async function orTell<T>(open: () => T): Promise<T | null> {
  try {
    return open();
  } catch (error) {
    const { tellUnusableHome } = await import('./unusable-home');
    await tellUnusableHome(error);
    return null;
  }
}
