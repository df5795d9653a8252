import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { app, type BrowserWindow, Menu, nativeTheme, session } from 'electron';
import { readFirstSettings } from './first-settings';
import { openWritableHome } from './home';
import { languageOf } from './language';
import { orTellUnusable } from './or-tell-unusable';
import { type OpeningsGiven, watchOpeningsGiven } from './openings/openings-given';
import { nameToWindows } from './os/app-id';
import { isHiddenStart } from './os/login-start';
import { createOpenedFiles, type OpenedFiles } from './os/opened-files';
import { serveGiven } from './windows/given-protocol';
import { createLookedAt, type LookedAt } from './windows/looked-at';
import { openMainWindow } from './windows/main-window';
import { servePages } from './windows/page-protocol';

/** The page is asked for within some milliseconds; one that can't be loaded holds up nothing. */
const LONGEST_MS = 500;

/** What a start has before everything else. */
export interface Opened {
  readonly words: readonly string[];
  readonly home: string;
  readonly given: OpeningsGiven;
  /** What is served beside the page: the files the user gives, and the documents that are looked at. */
  readonly files: OpenedFiles;
  readonly lookedAt: LookedAt;
  /** `null` where the program starts hidden. */
  readonly first: BrowserWindow | null;
}

/**
 * Opens the window before anything else is loaded: a page takes a while to start, and what serves it is loaded then.
 * `null` in a second start, which hands its files over to the first and ends, and where the data folder can't be used.
 */
export async function openFirst(words: readonly string[]): Promise<Opened | null> {
  nameToWindows(app, process.platform);
  const home = await orTellUnusable(() => openWritableHome(process.env));
  if (home === null) return null;
  const given = watchOpeningsGiven(app, words, home);
  if (given === null) return null;
  const settings = await orTellUnusable(() => readFirstSettings(home));
  if (settings === null) return null;
  const language = languageOf(settings.language, app.getPreferredSystemLanguages());
  // Chromium's own parts, such as date fields, speak what the program speaks.
  app.commandLine.appendSwitch('lang', language);
  // Else Electron makes one of its own, which takes it a while; ours is set once the window is there.
  Menu.setApplicationMenu(null);
  await app.whenReady();
  const lookedAt = createLookedAt();
  const files = createOpenedFiles();
  const pages = join(app.getAppPath(), 'dist/renderer');
  const isAsked = servePages(session.defaultSession, pages, { files, lookedAt });
  serveGiven(session.defaultSession, files);
  nativeTheme.themeSource = settings.theme;
  const first = isHiddenStart(words) ? null : openMainWindow({ ...settings, language, isOpening: given.isAny() });
  // What is loaded next takes main as long as the page needs to start: it is asked for before.
  if (first !== null) await Promise.race([isAsked, wait(LONGEST_MS)]);
  return { words, home, given, files, lookedAt, first };
}
