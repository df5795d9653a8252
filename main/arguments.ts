import { resolve } from 'node:path';

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

/** The files among the words of a window's start, as absolute paths. After `--` every word is a file. */
export function filesIn(words: readonly string[], folder: string): string[] {
  const end = words.indexOf('--');
  const [options, rest] = end === -1 ? [words, []] : [words.slice(0, end), words.slice(end + 1)];
  const named = [...options.filter((word) => !word.startsWith('-')), ...rest];
  return named.filter((word) => word !== '').map((word) => resolve(folder, word));
}
