import { longestSpanDays } from '../api/entities';
import type { HistoryPage } from '../api/history-answer';
import { momentOfStamp } from '../api/stamps';
import type { TimeSpan } from './time-span';

/**
 * Reads a gap in what is known of the service's records, newest first. It does not turn pages where it can help it: each
 * request ends where the page before ended, so every page is full, and no record that comes or goes meanwhile moves
 * others to a page that was read already. The last second of a page is asked for again: what was there must be there
 * again, or the service's clock, order or filter are not as documented, and the rest is read in fixed windows by pages.
 */
export type Walk = Descent | Paging;

interface Descent {
  readonly kind: 'descent';
  readonly gap: TimeSpan;
  /** Where the next request ends. */
  readonly until: number;
  /** Where the request before ended: from there on everything was read for sure. */
  readonly surelyUntil: number;
  /** What the next page has to hold if the one before was the newest part of its window; `null` at a new window. */
  readonly expected: Expected | null;
  readonly longest: number;
}

interface Expected {
  /** The `call_uuid`s of its last second, one of which has to come again. */
  readonly callUuids: readonly string[];
  /** How many entries there have to be at least; `null` where the service gives no totals. */
  readonly total: number | null;
}

interface Paging {
  readonly kind: 'paging';
  readonly gap: TimeSpan;
  readonly window: TimeSpan;
  readonly page: number;
  readonly seen: ReadonlySet<string>;
  readonly unusable: number;
  readonly readings: number;
  /** The `call_uuid`s of the page before, and how many pages in a row were the same. */
  readonly before: string;
  readonly repeats: number;
  /** The most entries a page had so far: where the service gives no totals, a shorter one is the last. */
  readonly longest: number;
}

/** One request of `GET /fdrs`, epoch milliseconds. */
export interface WalkRequest {
  readonly since: number;
  readonly until: number;
  readonly page: number;
}

/** What a page means. */
export interface Step {
  /** What is complete by now; `null`: nothing more than before. */
  readonly covered: TimeSpan | null;
  /** What could not be read completely; it stays a gap. */
  readonly doubtful: TimeSpan | null;
  /** `null`: the gap was walked through. */
  readonly walk: Walk | null;
}

export const pageLimit = 100;
const secondMs = 1000;
/** A request's last second counts, too. */
const longestMs = longestSpanDays * 86_400_000 - secondMs;
const mostReadings = 3;
/** A service that answers the same page this often in a row does so for ever, whatever totals it gives. */
const mostRepeats = 3;

export const beginWalk = (gap: TimeSpan): Walk => ({
  kind: 'descent',
  gap,
  until: gap.until,
  surelyUntil: gap.until,
  expected: null,
  longest: 0,
});

const windowBefore = (gap: TimeSpan, until: number): TimeSpan => ({
  from: Math.max(gap.from, until - longestMs),
  until,
});

export function requestOf(walk: Walk): WalkRequest {
  const { from, until } = walk.kind === 'descent' ? windowBefore(walk.gap, walk.until) : walk.window;
  return { since: from, until, page: walk.kind === 'descent' ? 1 : walk.page };
}

/** Goes on after `page` was the answer to `requestOf(walk)`. */
export const stepWith = (walk: Walk, page: HistoryPage): Step =>
  walk.kind === 'descent' ? descend(walk, page) : turnPage(walk, page);

/** Gives up what is being asked for now; it stays a gap. */
export function skip(walk: Walk): Step {
  const window = walk.kind === 'descent' ? windowBefore(walk.gap, walk.until) : walk.window;
  return { covered: null, doubtful: window, walk: before(walk, window.from) };
}

function descend(walk: Descent, page: HistoryPage): Step {
  const window = windowBefore(walk.gap, walk.until);
  const known = { from: window.from, until: walk.surelyUntil };
  if (!isAsExpected(walk.expected, page)) return stay(pagingFrom(walk, walk.surelyUntil));
  if (isWhole(walk, page)) return reached(walk, known);
  const end = endOf(page);
  if (end === null || end.nextUntil >= walk.until || end.oldest < window.from) {
    const step = turnPage(pagingFrom(walk, walk.until), page);
    return { ...step, covered: step.covered === null ? { ...known, from: walk.until } : known };
  }
  return {
    // What this page holds is complete once the next one begins with its end.
    covered: { from: walk.until, until: walk.surelyUntil },
    doubtful: null,
    walk: {
      ...walk,
      until: end.nextUntil,
      surelyUntil: walk.until,
      expected: expectedAfter(page, end),
      longest: Math.max(walk.longest, page.entries),
    },
  };
}

/** Whether a window ends on its first page. A short page says so only where the service honours the limit it is given. */
const isWhole = ({ longest }: Walk, { entries, total }: HistoryPage): boolean =>
  total === null ? entries === 0 || entries < longest : entries < pageLimit && total <= entries;

function isAsExpected(expected: Expected | null, { records, total }: HistoryPage): boolean {
  if (expected === null) return true;
  if (expected.total !== null && total !== null && total < expected.total) return false;
  return records.some(({ record }) => expected.callUuids.includes(record.callUuid));
}

/** The end of a page that is newest first. */
interface PageEnd {
  /** The second its oldest record began in, epoch milliseconds. */
  readonly oldest: number;
  /** Where the next request ends: a little later than `oldest`. */
  readonly nextUntil: number;
}

/**
 * A service that goes by the ends of calls lists some a little out of order, and one that does not belong to this page
 * may have begun before its oldest: the next page overlaps by twice as much as the worst seen, and a little at least.
 * `null` where the page is in no such order, or nothing on it tells.
 */
function endOf({ records }: HistoryPage): PageEnd | null {
  const seconds = records.map(({ record }) => secondOf(record.startStamp)).filter((second) => second !== null);
  const oldest = Math.min(...seconds);
  const span = Math.max(...seconds) - oldest;
  const overlap = Math.max(2 * disorderOf(seconds), Math.min(longestOverlapMs, span * leastOverlap));
  if (!(span > 0) || overlap > span * mostOverlap) return null;
  return { oldest, nextUntil: oldest + Math.ceil(overlap / secondMs) * secondMs + secondMs };
}

const leastOverlap = 0.02;
const mostOverlap = 0.25;
const longestOverlapMs = 1_800_000;

/** By how much a record is later than one before it, at worst. */
function disorderOf(seconds: readonly number[]): number {
  let [oldest, disorder] = [Infinity, 0];
  for (const second of seconds) {
    disorder = Math.max(disorder, second - oldest);
    oldest = Math.min(oldest, second);
  }
  return disorder;
}

function expectedAfter({ records, total }: HistoryPage, { oldest, nextUntil }: PageEnd): Expected {
  const later = records.filter(({ record }) => (secondOf(record.startStamp) ?? nextUntil) >= nextUntil);
  const last = records.filter(({ record }) => secondOf(record.startStamp) === oldest);
  return {
    callUuids: last.map(({ record }) => record.callUuid),
    total: total === null ? null : total - later.length,
  };
}

function secondOf(stamp: string): number | null {
  const at = momentOfStamp(stamp);
  return at === null ? null : Math.floor(at / secondMs) * secondMs;
}

const pagingFrom = ({ gap, longest }: Walk, until: number): Paging => ({
  kind: 'paging',
  gap,
  window: windowBefore(gap, until),
  page: 1,
  seen: new Set(),
  unusable: 0,
  readings: 1,
  before: '',
  repeats: 0,
  longest,
});

function turnPage(walk: Paging, page: HistoryPage): Step {
  const seen = new Set([...walk.seen, ...page.records.map(({ record }) => record.callUuid)]);
  const longest = Math.max(walk.longest, page.entries);
  const callUuids = page.records.map(({ record }) => record.callUuid).join(' ');
  const repeats = callUuids !== '' && callUuids === walk.before ? walk.repeats + 1 : 0;
  const read = { ...walk, seen, longest, unusable: walk.unusable + page.unusable, before: callUuids, repeats };
  if (!isLast(walk, read, page)) return stay({ ...read, page: walk.page + 1 });
  if (seen.size + read.unusable >= (page.total ?? 0)) return reached(read, walk.window);
  // A page was repeated or left out: entries moved while the pages were turned.
  if (walk.readings < mostReadings) {
    return stay({ ...read, page: 1, unusable: 0, readings: walk.readings + 1, before: '', repeats: 0 });
  }
  return skip(walk);
}

function isLast(before: Paging, after: Paging, { entries, total }: HistoryPage): boolean {
  if (entries === 0 || after.repeats >= mostRepeats) return true;
  if (total === null && entries < before.longest) return true;
  const isAtEnd = before.page * pageLimit >= (total ?? 0);
  if (isAtEnd && total !== null && after.seen.size + after.unusable >= total) return true;
  // A service that answers a page past the last one with the last is not asked for ever.
  const isNew = after.seen.size > before.seen.size || after.unusable > before.unusable;
  return isAtEnd && before.page > 1 && !isNew;
}

const stay = (walk: Walk): Step => ({ covered: null, doubtful: null, walk });

const reached = (walk: Walk, window: TimeSpan): Step => ({
  covered: window,
  doubtful: null,
  walk: before(walk, window.from),
});

/** What of the gap lies before `until`. */
function before(walk: Walk, until: number): Walk | null {
  const { kind, gap, longest } = walk;
  if (until <= gap.from) return null;
  return kind === 'paging'
    ? pagingFrom(walk, until)
    : { kind, gap, until, surelyUntil: until, expected: null, longest };
}
