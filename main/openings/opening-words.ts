import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { privateFolder } from '../home';
import type { Opening } from './collector';

/**
 * An opening as one line of ASCII.
 */
export const writeOpening = (opening: Opening): string =>
  JSON.stringify(opening).replace(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const MOST_WORDS = 10_000;

const areWords = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length <= MOST_WORDS && value.every((each) => typeof each === 'string');

/** `null` for what is no opening. Read without a schema, whose library the first window would wait for (decision 0046). */
export function readOpening(line: unknown): Opening | null {
  try {
    const { files, links, startedAt } = JSON.parse(String(line)) as Record<keyof Opening, unknown>;
    const isMoment = startedAt === null || typeof startedAt === 'number';
    return areWords(files) && areWords(links) && isMoment ? { files, links, startedAt } : null;
  } catch {
    return null;
  }
}

/** On Linux a second start hands over at most 32 KB, its own words among them; more and it dies unheard. */
const HAND_OVER_LIMIT = 24_000;

export const isTooLongToHandOver = (argv: readonly string[], opening: Opening): boolean =>
  Buffer.byteLength(argv.join(' ')) + writeOpening(opening).length > HAND_OVER_LIMIT;

const OPTION = '--opening=';

/** Keeps an opening in a file and answers the word that stands for it in a start. */
export function keepOpening(home: string, opening: Opening): string {
  const id = `${process.pid}-${process.hrtime.bigint()}`;
  // Nobody reads half of one.
  writeFileSync(`${fileOf(home, id)}.new`, writeOpening(opening), { mode: 0o600 });
  renameSync(`${fileOf(home, id)}.new`, fileOf(home, id));
  return OPTION + id;
}

/** The opening that `words` stand for, taken out of its file; `null` where they stand for none. */
export function takeOpening(home: string, words: readonly string[]): Opening | null {
  const id = words.find((word) => word.startsWith(OPTION))?.slice(OPTION.length) ?? '';
  if (!/^\d+-\d+$/.test(id)) return null;
  const file = fileOf(home, id);
  try {
    return readOpening(readFileSync(file, 'utf8'));
  } catch {
    return null;
  } finally {
    rmSync(file, { force: true });
  }
}

/** A start that left something here and was never heard of has failed long ago. */
export const STALE_MS = 60_000;

/** All that second starts have left, taken out of their files. */
export function takeOpenings(home: string): Opening[] {
  const folder = openingsFolder(home);
  return readdirSync(folder).flatMap((name) => {
    const isStale = Date.now() - (statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0) > STALE_MS;
    const opening = takeOpening(home, [OPTION + name.replace(/\.json$/, '')]);
    return opening === null || isStale ? [] : [opening];
  });
}

/** Where starts leave what another is to take. */
export const openingsFolder = (home: string): string => privateFolder(home, 'openings');

const fileOf = (home: string, id: string): string => join(openingsFolder(home), `${id}.json`);
