import type { Spooled } from './ports';
import type { Timing } from './schedule';

/**
 * A fax the service answered for: how long after its POST began its record was found, and how many pages it had. The
 * answer may have been heard long after it was given, as after sleep.
 */
export interface Turnaround {
  readonly ms: number;
  readonly pages: number;
}

/** What has to be known of the service and the time to tell whether an unconfirmed delivery was looked for long enough. */
export interface Settling {
  readonly now: number;
  readonly timing: Timing;
  /** The latest faxes that were answered for and delivered. */
  readonly turnarounds: readonly Turnaround[];
  /** Everything that may own an order or a record. */
  readonly open: readonly Spooled[];
}

/**
 * How long a POST nobody answered is looked for before it counts as not accepted (D4). A service may list an order only
 * until it is dialled, or never, and its record only some time after the call. So it is looked for longer than those took
 * that were answered for, and the more so the more pages it has; while there are none, as long as calls and records take.
 */
export function settlingMs(pages: number, { now, timing, turnarounds, open }: Settling): number {
  const expectedOf = (known: Turnaround): number => known.ms * Math.max(1, pages / Math.max(1, known.pages));
  const looksMs = timing.settleChecksMs.at(-1) ?? 0;
  const usualMs = turnarounds.length === 0 ? timing.callMs + pages * timing.pageMs : usual(turnarounds.map(expectedOf));
  const unseenMs = Math.max(usualMs, ...open.flatMap((spooled) => unseenFor(spooled, now)).map(expectedOf));
  return Math.min(timing.longestSettlingMs, looksMs + unseenMs);
}

/** The upper quartile: one that was followed only the next day doesn't count. */
function usual(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil((sorted.length - 1) * 0.75)] ?? 0;
}

/** One that was answered for, and is in neither list, shows how long that may last. */
const unseenFor = ({ delivery: { state, pageCount: pages } }: Spooled, now: number): Turnaround[] =>
  state.kind === 'accepted' && state.leftPendingAt !== undefined ? [{ ms: now - state.at, pages }] : [];

/** How much longer an unconfirmed delivery is looked for at least. */
export function unsettledMs({ delivery: { state, pageCount } }: Spooled, settling: Settling): number {
  if (state.kind !== 'unconfirmed') return 0;
  return Math.max(0, state.since + settlingMs(pageCount, settling) - settling.now);
}

/** Whether the next look that finds nothing ends the settling time (D4). */
export function isLastLook(spooled: Spooled, settling: Settling): boolean {
  const { state } = spooled.delivery;
  if (state.kind !== 'unconfirmed' || state.checks + 1 < settling.timing.settleChecksMs.length) return false;
  return unsettledMs(spooled, settling) === 0;
}
