import type { App } from 'electron';
import { z } from 'zod';
import { type Collected, createCollector, type Opening, type Timer } from './collector';

/** What the program is given to open from outside: at its start, by a second start, by macOS. */
export interface OpeningsGiven {
  /** From now on, and with what was given before, hands everything to `receive`. */
  deliverTo(receive: (collected: Collected) => void): void;
  onArrival(listener: () => void): void;
}

const openingSchema = z.object({
  files: z.array(z.string()).max(10_000),
  links: z.array(z.string()).max(1_000),
  startedAt: z.number().nullable(),
});

const clock: Timer = { now: () => Date.now(), after: (ms, action) => void setTimeout(action, ms) };

/** Only Explorer starts a process a file. Elsewhere the files of a gesture come together and need not wait. */
const settleMs = process.platform === 'win32' ? 120 : 0;

/** `null` in a second start: the first has it all then, and this one is ending. */
export function watchOpeningsGiven(app: App, given: Omit<Opening, 'startedAt'>): OpeningsGiven | null {
  const first: Opening = { ...given, startedAt: process.getCreationTime() };
  if (!app.requestSingleInstanceLock(first)) {
    app.quit();
    return null;
  }
  const collector = createCollector(clock, settleMs);
  let arrived = (): void => undefined;
  const arrive = (opening: Opening): void => {
    collector.arrive(opening);
    arrived();
  };
  collector.arrive(first);
  app.on('second-instance', (_event, _argv, _folder, data) => {
    arrive(openingSchema.safeParse(data).data ?? { files: [], links: [], startedAt: null });
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    arrive({ files: [path], links: [], startedAt: null });
  });
  app.on('open-url', (event, link) => {
    event.preventDefault();
    arrive({ files: [], links: [link], startedAt: null });
  });
  return {
    deliverTo: (receive) => collector.deliverTo(receive),
    onArrival: (listener) => void (arrived = listener),
  };
}
