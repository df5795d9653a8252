import { readStamp } from '../api/stamps';
import type { Stamp } from '../api/stamps';
import { setForwardBy } from './own-clock';
import type { Moment, Noted } from './own-clock';

/**
 * How far the service's clock is ahead of ours, as the interval it must lie in (milliseconds). Learnt from the
 * `created_at` of our own orders, which were created between the first byte of the POST and its answer (api.md).
 */
export interface ClockOffset {
  readonly lowMs: number;
  readonly highMs: number;
  /** One of the clocks was set since, or may have been. */
  readonly isUnsure?: true;
}

/** What was learnt of the service's clock, and when. */
export interface LearntOffset {
  readonly offset: ClockOffset;
  readonly learnt: Noted;
}

/** A span of our own clock, epoch milliseconds, both ends included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a stamp says that was written within `post`, as an own order's while its POST was under way; `null` for one that can't be read. */
export function offsetSeen(written: string, post: Span): ClockOffset | null {
  const stamp = readStamp(written);
  if (stamp === null) return null;
  return { lowMs: stamp.at - post.to, highMs: stamp.at + stamp.grainMs - post.from };
}

/** Narrows what is known; where the two can't both be true a clock was set, and the newer one counts. */
export function learnOffset(known: ClockOffset | null, seen: ClockOffset): ClockOffset {
  if (known === null || known.isUnsure) return seen;
  const both = { lowMs: Math.max(known.lowMs, seen.lowMs), highMs: Math.min(known.highMs, seen.highMs) };
  return both.lowMs <= both.highMs ? both : seen;
}

/** What was learnt, by our clock as it is `today`. */
export function offsetToday(known: LearntOffset | null, today: Moment): ClockOffset | null {
  if (known === null) return null;
  const { lowMs, highMs } = known.offset;
  const setMs = setForwardBy(known.learnt, today);
  if (setMs === 0) return { lowMs, highMs };
  return { lowMs: lowMs - (setMs ?? 0), highMs: highMs - (setMs ?? 0), isUnsure: true };
}

/** Whether stamps of the service can be told in our time well enough to tell faxes apart by them. */
export const isSure = (offset: ClockOffset | null): boolean => offset !== null && !offset.isUnsure;

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

/** When, by our clock, the service may have written a stamp. */
export function spanOfStamp({ at, grainMs }: Stamp, offset: ClockOffset | null): Span {
  const { lowMs, highMs } = offset ?? assumedOffset;
  return { from: at - highMs - driftMs, to: at + grainMs - lowMs + driftMs };
}

/** How much further off a stamp may lie before it is certain not to be ours. */
export const doubtMs = (offset: ClockOffset | null): number => (isSure(offset) ? doubtKnownMs : doubtUnknownMs);

export const overlaps = (a: Span, b: Span): boolean => a.from <= b.to && b.from <= a.to;
export const widened = (span: Span, byMs: number): Span => ({ from: span.from - byMs, to: span.to + byMs });
