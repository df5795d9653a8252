import { type FSWatcher, lstatSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, watch } from 'node:fs';
import { join } from 'node:path';
import { filesIn, linksIn } from '../arguments';
import type { Opening } from './collector';
import { openingsFolder, STALE_MS } from './opening-words';
import { startInStat } from './process-start';

/** What a start in `folder` says in words. */
export const openingOf = (words: readonly string[], folder: string, startedAt: number | null): Opening => ({
  files: filesIn(words, folder),
  links: linksIn(words),
  startedAt,
});

const ENDING = '.words';

/**
 * Takes what the launcher of Linux (`build/linux/faksla`) leaves for the program that runs; the link `reader` tells it
 * that this process does. Answers how to end that. Where the system lets nobody watch the folder, nothing is left.
 */
export function takeLeftWords(home: string, arrive: (opening: Opening) => void): () => void {
  const folder = openingsFolder(home);
  const reader = join(folder, 'reader');
  const take = (): void => takeAll(folder).sort(byStart).forEach(arrive);
  const end = (): void => {
    watcher?.close();
    rmSync(reader, { force: true });
  };
  removeStale(folder);
  const watcher = watchFor(ENDING, folder, take);
  if (watcher === null) {
    end();
    return end;
  }
  watcher.on('error', end);
  rmSync(reader, { force: true });
  symlinkSync(String(process.pid), reader);
  // Starts that came while this one was on its way wait already.
  take();
  return end;
}

function watchFor(ending: string, folder: string, action: () => void): FSWatcher | null {
  try {
    return watch(folder, { persistent: false }, (_, name) => name?.endsWith(ending) === true && action());
  } catch {
    return null;
  }
}

const byStart = (a: Opening, b: Opening): number => (a.startedAt ?? 0) - (b.startedAt ?? 0);

const takeAll = (folder: string): Opening[] =>
  readdirSync(folder).flatMap((name) => (name.endsWith(ENDING) ? (takeWords(join(folder, name)) ?? []) : []));

/** The launcher takes back what nobody takes: the file is whose renames or removes it first. */
function takeWords(file: string): Opening | null {
  const taken = `${file}.taken`;
  try {
    renameSync(file, taken);
    return readWords(readFileSync(taken, 'utf8'));
  } catch {
    return null;
  } finally {
    rmSync(taken, { force: true });
  }
}

/** Each ended by a zero byte: the start's line of /proc/…/stat, the folder it stands in, its words. */
function readWords(text: string): Opening | null {
  const [stat, folder, ...words] = text.split('\0').slice(0, -1);
  return stat === undefined || folder === undefined ? null : openingOf(words, folder, startInStat(stat));
}

/** A start that was ended while it waited left what nobody expects any more. */
function removeStale(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const changedAt = lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (Date.now() - changedAt > STALE_MS) rmSync(path, { force: true });
  }
}
