import { parseStamp } from '../api/stamps';

/**
 * How far the service's clock is ahead of ours, as the interval it must lie in (milliseconds). Learnt from the
 * `created_at` of our own orders, which were created between the first byte of the POST and its answer (api.md).
 */
export interface ClockOffset {
  readonly lowMs: number;
  readonly highMs: number;
}

/** A span of our own clock, epoch milliseconds, both ends included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Stamps are cut to whole seconds. */
const stampGrainMs = 1000;

/** What one own order says: created while its POST was under way. `null` for a stamp that can't be read. */
export function offsetSeen(createdAt: string, post: Span): ClockOffset | null {
  const stamp = parseStamp(createdAt);
  if (stamp === null) return null;
  return { lowMs: stamp - post.to, highMs: stamp + stampGrainMs - post.from };
}

/** Narrows what is known; where the two can't both be true a clock was set, and the newer one counts. */
export function learnOffset(known: ClockOffset | null, seen: ClockOffset): ClockOffset {
  if (known === null) return seen;
  const both = { lowMs: Math.max(known.lowMs, seen.lowMs), highMs: Math.min(known.highMs, seen.highMs) };
  return both.lowMs <= both.highMs ? both : seen;
}

/**
 * Taken where nothing was learnt yet: both clocks are kept by NTP. Small, because an order that came and went before
 * it could be seen belongs to an exchange that is near.
 */
const assumedOffset: ClockOffset = { lowMs: -5_000, highMs: 5_000 };
/** Room for what learning can't see: a clock that drifted since. */
const driftMs = 500;
/** A stamp this far off may still be ours, told in another time zone or by a clock nobody set. */
const doubtUnknownMs = 14 * 3_600_000;
/** Either clock may have been set by an hour since: another zone, or summer time. */
const doubtKnownMs = 75 * 60_000;

/** When, by our clock, a stamp of the service may have been written; `null` for a stamp that can't be read. */
export function spanOfStamp(stamp: string, offset: ClockOffset | null): Span | null {
  const written = parseStamp(stamp);
  if (written === null) return null;
  const { lowMs, highMs } = offset ?? assumedOffset;
  return { from: written - highMs - driftMs, to: written + stampGrainMs - lowMs + driftMs };
}

/** How much further off a stamp may lie before it is certain not to be ours. */
export const doubtMs = (offset: ClockOffset | null): number => (offset === null ? doubtUnknownMs : doubtKnownMs);

export const overlaps = (a: Span, b: Span): boolean => a.from <= b.to && b.from <= a.to;
export const widened = (span: Span, byMs: number): Span => ({ from: span.from - byMs, to: span.to + byMs });
