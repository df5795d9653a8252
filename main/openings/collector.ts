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
  now(): number;
  /** Calls `action` once after `ms`. */
  after(ms: number, action: () => void): void;
}

export interface Collector {
  arrive(opening: Opening): void;
  /** From now on, and with what came before, hands everything to `receive`. */
  deliverTo(receive: (collected: Collected) => void): void;
}

/** Explorer starts one process a file; such starts are never further apart. */
export const TOGETHER_MS = 500;

interface Waiting extends Opening {
  readonly group: number;
}

/**
 * Gathers what arrives: what comes, or was started, within half a second of what came before is of the same group,
 * so that the files of one gesture become one fax, also on a slow machine. Starts race each other: once none has come for `settleMs`,
 * they are put in the order they were made. 0 delivers at once.
 */
export function createCollector(timer: Timer, settleMs: number): Collector {
  let receive: ((collected: Collected) => void) | null = null;
  let waiting: Waiting[] = [];
  let group = 0;
  let last = { at: Number.NEGATIVE_INFINITY, startedAt: Number.NEGATIVE_INFINITY };
  let arrivals = 0;

  const flush = (): void => {
    if (receive === null) return;
    const arrived = waiting;
    waiting = [];
    for (const together of byGroup(arrived)) receive(together);
  };
  const settle = (): void => {
    if (settleMs === 0) flush();
    else {
      const latest = ++arrivals;
      timer.after(settleMs, () => latest === arrivals && flush());
    }
  };
  return {
    arrive(opening) {
      if (opening.files.length === 0 && opening.links.length === 0) return;
      const now = timer.now();
      const startedAt = opening.startedAt ?? Number.POSITIVE_INFINITY;
      const isFollowing = now - last.at <= TOGETHER_MS || Math.abs(startedAt - last.startedAt) <= TOGETHER_MS;
      if (!isFollowing) group += 1;
      last = { at: now, startedAt: opening.startedAt ?? last.startedAt };
      waiting.push({ ...opening, group });
      if (receive !== null) settle();
    },
    deliverTo(given) {
      receive = given;
      flush();
    },
  };
}

function byGroup(arrived: readonly Waiting[]): Collected[] {
  const groups = new Map<number, Waiting[]>();
  for (const opening of arrived) groups.set(opening.group, [...(groups.get(opening.group) ?? []), opening]);
  return [...groups].map(([group, openings]) => {
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
