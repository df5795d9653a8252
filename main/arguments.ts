import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isLink } from '../app/links/link';

/** Switches for Chromium that our own launchers and a test driver put before the user's words. */
const CHROMIUM_SWITCH =
  /^--(?:ozone-platform|no-sandbox|log-level|disable-logging|inspect|inspect-brk|remote-debugging-(?:port|pipe)|js-flags|disable-gpu|headless|enable-logging)(?:=|$)/;

/**
 * The user's own words in `argv`: without the program, the folder of an unpackaged app (`appFolder`, else `null`)
 * and the switches meant for Chromium.
 */
export function userArguments(argv: readonly string[], appFolder: string | null): string[] {
  const folderAt = appFolder === null ? 0 : argv.findIndex((word, index) => index > 0 && resolve(word) === appFolder);
  const words = argv.slice(Math.max(folderAt, 0) + 1);
  const start = words.findIndex((word) => !CHROMIUM_SWITCH.test(word));
  return start === -1 ? [] : words.slice(start);
}

/**
 * The files among the words of a window's start, as absolute paths; file managers give them as `file:` addresses,
 * too. After `--` no word is an option. A file whose name reads as a link is given as `./fax:1`.
 */
export function filesIn(words: readonly string[], folder: string): string[] {
  return namedIn(words)
    .filter((word) => !isLink(word))
    .map((word) => pathOf(word, folder));
}

/** The links among the words of a window's start. */
export const linksIn = (words: readonly string[]): string[] => namedIn(words).filter(isLink);

function namedIn(words: readonly string[]): string[] {
  const end = words.indexOf('--');
  const [options, rest] = end === -1 ? [words, []] : [words.slice(0, end), words.slice(end + 1)];
  return [...options.filter((word) => !word.startsWith('-')), ...rest].filter((word) => word !== '');
}

/** An address of another machine, or with a broken encoding, is taken as a name that no file has. */
function pathOf(word: string, folder: string): string {
  if (!/^file:\/\//i.test(word)) return resolve(folder, word);
  try {
    return fileURLToPath(word);
  } catch {
    return resolve(folder, word);
  }
}
