import { spawn } from 'node:child_process';
import type { App } from 'electron';
import { type Collected, createCollector, type Opening, type Timer } from './collector';
import { openingOf, takeLeftWords } from './left-words';
import { isTooLongToHandOver, keepOpening, takeOpening, takeOpenings } from './opening-words';
import { startOfThisProcess } from './process-start';

/** What the program is given to open from outside: at its start, by a second start, by macOS. */
export interface OpeningsGiven {
  /** From now on, and with what was given before, hands everything to `receive`. */
  deliverTo(receive: (collected: Collected) => void): void;
  /** Whether something waits to be handed over. */
  isAny(): boolean;
  onArrival(listener: () => void): void;
  /** The program ends: what is given from now on is for the next. */
  end(): void;
}

const clock: Timer = { now: () => Date.now(), after: (ms, action) => void setTimeout(action, ms) };

/** Explorer and `gio open` start a process a file; macOS tells the one that runs. */
const settleMs = process.platform === 'darwin' ? 0 : 150;

/**
 * `null` in a second start: the first has it all then, and this one is ending. What is given goes by a file: Electron's
 * own way loses it at times (33.2: where three words carry a “ğ”).
 */
export function watchOpeningsGiven(app: App, words: readonly string[], home: string): OpeningsGiven | null {
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
  const arrive = (opening: Opening): void => {
    collector.arrive(opening);
    arrived();
  };
  collector.arrive(first);
  app.on('second-instance', () => {
    const left = takeOpenings(home);
    for (const opening of left) arrive(opening);
    if (left.length === 0) arrived();
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    arrive({ files: [path], links: [], startedAt: null });
  });
  app.on('open-url', (event, link) => {
    event.preventDefault();
    arrive({ files: [], links: [link], startedAt: null });
  });
  const end = process.platform === 'linux' ? takeLeftWords(home, arrive) : () => undefined;
  return {
    deliverTo: (receive) => collector.deliverTo(receive),
    isAny: () => collector.isAny(),
    onArrival: (listener) => void (arrived = listener),
    end,
  };
}

/** The same start with one word for all it was given. It is waited for: an AppImage goes when its first process does. */
function startAgain(app: App, words: readonly string[], opening: string): void {
  const switches = process.argv.slice(1, process.argv.length - words.length);
  const options = words.slice(0, Math.max(words.indexOf('--'), 0) || words.length).filter((word) => /^--\w/.test(word));
  const child = spawn(process.execPath, [...switches, ...options, opening], { stdio: 'inherit' });
  child.on('close', (code) => app.exit(code ?? 1));
  child.on('error', () => app.exit(1));
}
