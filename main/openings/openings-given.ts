import { spawn } from 'node:child_process';
import type { App } from 'electron';
import { type Collected, createCollector, type Opening, type Timer } from './collector';
import { openingOf, takeLeftWords } from './left-words';
import { isTooLongToHandOver, keepOpening, takeOpening, takeOpenings } from './opening-words';
import { ownProgram } from '../os/own-program';
import { momentOfStarts, startOfThisProcess } from './process-start';

/** What the program is given to open from outside: at its start, by a second start, by macOS. */
export interface OpeningsGiven {
  /** From now on, and with what was given before, hands everything to `receive`. */
  deliverTo(receive: (collected: Collected) => void): void;
  /** Whether something waits to be handed over. */
  isAny(): boolean;
  onArrival(listener: () => void): void;
  /** The program is about to end: what is given from now on is for the one that is started when it has. */
  end(): void;
}

/** What of Electron's app is used here. */
export type OpeningApp = Pick<App, 'on' | 'quit' | 'exit' | 'relaunch' | 'requestSingleInstanceLock'>;

const clock: Timer = { now: momentOfStarts, after: (ms, action) => void setTimeout(action, ms) };

/** Explorer and `gio open` start a process a file; macOS tells the one that runs. */
const settleMs = process.platform === 'darwin' ? 0 : 150;

/**
 * `null` in a second start: the first has it all then, and this one is ending. What is given goes by a file: Electron's
 * own way loses it at times (33.2: where three words carry a “ğ”).
 */
export function watchOpeningsGiven(app: OpeningApp, words: readonly string[], home: string): OpeningsGiven | null {
  const first = takeOpening(home, words) ?? openingOf(words, process.cwd(), startOfThisProcess());
  if (process.platform === 'linux' && isTooLongToHandOver(process.argv, first)) {
    startAgain(app, words, keepOpening(home, first));
    return null;
  }
  const isSomething = first.files.length + first.links.length > 0;
  const kept = isSomething ? keepOpening(home, first) : '';
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return null;
  }
  takeOpening(home, [kept]);
  const collector = createCollector(clock, settleMs);
  let arrived = (): void => undefined;
  /** What came since the program began to end; `null` before. */
  let late: Opening[] | null = null;
  const arrive = (opening: Opening): void => {
    if (late !== null) {
      late.push(opening);
      return;
    }
    collector.arrive(opening);
    arrived();
  };
  app.on('quit', () => {
    if (late !== null && late.length > 0) startAfterwards(app, words, home, late);
  });
  collector.arrive(first);
  app.on('second-instance', () => {
    const left = takeOpenings(home);
    for (const opening of left.length > 0 ? left : [nothing]) arrive(opening);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    arrive({ files: [path], links: [], startedAt: null });
  });
  app.on('open-url', (event, link) => {
    event.preventDefault();
    arrive({ files: [], links: [link], startedAt: null });
  });
  const endLeftWords = process.platform === 'linux' ? takeLeftWords(home, arrive) : () => undefined;
  return {
    deliverTo: (receive) => collector.deliverTo(receive),
    isAny: () => collector.isAny(),
    onArrival: (listener) => void (arrived = listener),
    end() {
      late ??= [];
      endLeftWords();
    },
  };
}

/** A start without files and links, by which somebody wants to see the program. */
const nothing: Opening = { files: [], links: [], startedAt: null };

/** Starts the program anew, when this process has ended, with what came too late for it. */
function startAfterwards(app: OpeningApp, words: readonly string[], home: string, late: readonly Opening[]): void {
  const opening = {
    files: late.flatMap(({ files }) => files),
    links: late.flatMap(({ links }) => links),
    startedAt: null,
  };
  const kept = words.filter((word) => word === '--demo');
  app.relaunch({ execPath: ownProgram(), args: [...switchesBefore(words), ...kept, keepOpening(home, opening)] });
}

/** What Chromium and Electron were given before the user's words. */
const switchesBefore = (words: readonly string[]): string[] =>
  process.argv.slice(1, process.argv.length - words.length);

/** The same start with one word for all it was given. It is waited for: an AppImage goes when its first process does. */
function startAgain(app: OpeningApp, words: readonly string[], opening: string): void {
  const options = words.slice(0, Math.max(words.indexOf('--'), 0) || words.length).filter((word) => /^--\w/.test(word));
  const child = spawn(process.execPath, [...switchesBefore(words), ...options, opening], { stdio: 'inherit' });
  child.on('close', (code) => app.exit(code ?? 1));
  child.on('error', () => app.exit(1));
}
