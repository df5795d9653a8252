import type { FaxRecord } from '../api/entities';
import { gapsIn, lengthOf } from './spans';
import type { TimeSpan } from './time-span';

const secondMs = 1000;
const dayMs = 86_400_000;
/** A record appears when its call has ended; calls that began this recently may still be going on. */
const settlingMs = 3 * 3_600_000;
/** The service's clock may be ahead of ours by less than this. */
const aheadMs = dayMs;
/** So much is read again once a day, for what changed late. */
export const readAgainMs = 3 * dayMs;
export const readAgainEveryMs = dayMs;

const wholeSecond = (at: number): number => Math.floor(at / secondMs) * secondMs;

/** The first moment of the day `months` before `now`. */
export function monthsBefore(now: number, months: number): number {
  const date = new Date(now);
  const day = Math.min(date.getUTCDate(), 28);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, day);
}

/** How far back the service is read. */
export interface Reach {
  readonly historyMonths: number;
  /** What the user asked for beyond that, epoch milliseconds. */
  readonly furtherSince: number | null;
  /** Records from before then are erased, so they are not read again; `null`: never. */
  readonly erasedBefore: number | null;
}

export function wantedSince(now: number, { historyMonths, furtherSince, erasedBefore }: Reach): number {
  const since = Math.min(monthsBefore(now, historyMonths), furtherSince ?? Infinity);
  return wholeSecond(Math.max(since, erasedBefore ?? -Infinity));
}

/** What is to be read, newest first. */
export const gapsToRead = (covered: readonly TimeSpan[], since: number, now: number): TimeSpan[] =>
  gapsIn(covered, { from: since, until: wholeSecond(now + aheadMs) });

/** What counts as read once `span` was, at `askedAt`. */
export const settled = (span: TimeSpan, askedAt: number): TimeSpan => ({
  from: span.from,
  until: Math.min(span.until, wholeSecond(askedAt - settlingMs)),
});

/** Of the time from `since` until what is settled by now, what was read: 0…1, to a ten thousandth. */
export function progressOf(covered: readonly TimeSpan[], since: number, now: number): number {
  const wanted = { from: since, until: wholeSecond(now - settlingMs) };
  const whole = wanted.until - wanted.from;
  const missing = lengthOf(gapsIn(covered, wanted)) / whole;
  return whole <= 0 ? 1 : Math.round((1 - missing) * 10_000) / 10_000;
}

const doubtMs = 600_000;

/** Whether a call brought anything. */
export const cameThrough = ({ success, pagesSent }: Pick<FaxRecord, 'success' | 'pagesSent'>): boolean =>
  success || (pagesSent ?? 0) > 0;

/** Whether a fax that is seen for the first time came in after the program first looked, so that nobody has opened it. */
export function isUnread(record: FaxRecord, endedAt: number, firstReadAt: number | null): boolean {
  if (firstReadAt === null || record.direction !== 'inbound' || !cameThrough(record)) return false;
  return endedAt > firstReadAt - doubtMs;
}
