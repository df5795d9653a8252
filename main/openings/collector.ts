import { groupedBy } from '../../app/grouped-by';

/** Something the program is to open: given at its start, by a second start, or by macOS. */
export interface Opening {
  /** Absolute paths, in the order given. */
  readonly files: readonly string[];
  readonly links: readonly string[];
  /** When the process that was given it began, as `startOfThisProcess` has it; `null` where nobody knows. */
  readonly startedAt: number | null;
}

/** What is delivered at once. Those of one `group` are one fax. */
export interface Collected {
  readonly group: number;
  readonly files: readonly string[];
  /** Of each of the files: when the process that was given it began. */
  readonly startedAt: readonly (number | null)[];
  readonly links: readonly string[];
}

export interface Timer {
  /** Milliseconds from the moment that `startedAt` is reckoned from. */
  now(): number;
  /** Calls `action` once after `ms`. */
  after(ms: number, action: () => void): void;
}

export interface Collector {
  arrive(opening: Opening): void;
  /** Whether something waits to be handed over. */
  isAny(): boolean;
  /** From now on, and with what came before, hands everything to `receive`. */
  deliverTo(receive: (collected: Collected) => void): void;
}

/** Explorer starts one process a file; such starts are never further apart. */
export const TOGETHER_MS = 500;

/** So many starts of one gesture may be on their way at once. */
const STARTS = 1000;

interface Waiting extends Opening {
  readonly group: number;
}

/**
 * Gathers what arrives: what comes within half a second of what came before, or was started within half a second of any
 * other of it, or before it came, is of the same group, so that the files of one gesture become one fax, also on a machine
 * that takes seconds to hand them over, and not in their order. The first is
 * delivered at once. Starts race each other: once no other has come for `settleMs`, the rest are put in the order they
 * were made; the window puts them before the first where they belong there. 0 delivers all at once.
 */
export function createCollector(timer: Timer, settleMs: number): Collector {
  let receive: ((collected: Collected) => void) | null = null;
  let waiting: Waiting[] = [];
  let group = 0;
  let lastAt = Number.NEGATIVE_INFINITY;
  /** Of the latest starts, in the order of arrival. */
  let starts: { readonly group: number; readonly startedAt: number }[] = [];
  let arrivals = 0;
  let isSettling = false;

  const flush = (): void => {
    if (receive === null) return;
    const arrived = waiting;
    waiting = [];
    for (const together of byGroup(arrived)) receive(together);
  };
  const settle = (): void => {
    if (!isSettling) flush();
    if (settleMs === 0) return;
    isSettling = true;
    const latest = ++arrivals;
    timer.after(settleMs, () => {
      if (latest !== arrivals) return;
      isSettling = false;
      flush();
    });
  };
  /** `null`: of none there has been. */
  const groupOf = (startedAt: number | null, now: number): number | null => {
    const beside = starts.findLast((each) => Math.abs(each.startedAt - (startedAt ?? Infinity)) <= TOGETHER_MS);
    return beside?.group ?? (Math.min(startedAt ?? now, now) - lastAt <= TOGETHER_MS ? group : null);
  };
  return {
    isAny: () => waiting.length > 0,
    arrive(opening) {
      if (opening.files.length === 0 && opening.links.length === 0) return;
      const now = timer.now();
      const its = groupOf(opening.startedAt, now) ?? (group += 1);
      lastAt = now;
      if (opening.startedAt !== null) starts = [...starts, { group: its, startedAt: opening.startedAt }].slice(-STARTS);
      waiting.push({ ...opening, group: its });
      if (receive !== null) settle();
    },
    deliverTo(given) {
      receive = given;
      flush();
    },
  };
}

function byGroup(arrived: readonly Waiting[]): Collected[] {
  return [...groupedBy(arrived, ({ group }) => group)].map(([group, openings]) => {
    const ordered = inOrderOfStart(openings);
    return {
      group,
      files: ordered.flatMap(({ files }) => files),
      startedAt: ordered.flatMap(({ files, startedAt }) => files.map(() => startedAt)),
      links: ordered.flatMap(({ links }) => links),
    };
  });
}

/** Where any start is unknown, the order of arrival is all there is. */
function inOrderOfStart(openings: readonly Waiting[]): readonly Waiting[] {
  if (openings.some(({ startedAt }) => startedAt === null)) return openings;
  return [...openings].sort((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0));
}
