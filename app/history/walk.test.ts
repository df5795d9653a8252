import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HistoryPage } from '../api/history-answer';
import { formatStamp } from '../api/stamps';
import { withSpan } from './spans';
import type { TimeSpan } from './time-span';
import { beginWalk, requestOf, skip, stepWith, type Walk, type WalkRequest } from './walk';

interface Call {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

const dayMs = 86_400_000;
const end = Date.UTC(2026, 10, 23);
const readRecord = ({ id, at }: Call, stampShiftMs: number): HistoryPage['records'][number] => ({
  record: {
    ...{ callUuid: id, direction: 'inbound', sender: '', recipient: '', header: '', pagesCount: '', result: '' },
    ...{ pagesSent: null, pagesTotal: null, transferRateBps: null, answerStamp: null, endStamp: null },
    ...{ durationSeconds: null, success: true, startStamp: formatStamp(at + stampShiftMs) },
  },
  unreadable: [],
});

interface Service {
  readonly calls: readonly Call[];
  readonly order?: 'newest' | 'oldest' | 'ended' | 'any';
  readonly totals?: boolean;
  readonly stampShiftMs?: number;
  /** The most entries on a page, whatever is asked for. */
  readonly most?: number;
}

/** Calls take up to half an hour. */
const endOf = ({ id, at }: Call): number => at + ((Number(id.replace(/\D/g, '')) * 7919) % 1800) * 1000;

function answer(service: Service, request: WalkRequest): HistoryPage {
  expect(request.until - request.since).toBeLessThanOrEqual(31 * dayMs);
  const { order = 'newest', totals = true, stampShiftMs = 0, most = 100 } = service;
  const found = service.calls.filter(({ at }) => at >= request.since && at <= request.until);
  if (order === 'newest') found.sort((a, b) => b.at - a.at);
  if (order === 'ended') found.sort((a, b) => endOf(b) - endOf(a));
  if (order === 'oldest') found.sort((a, b) => a.at - b.at);
  const entries = found.slice((request.page - 1) * most, request.page * most);
  return {
    records: entries.map((call) => readRecord(call, stampShiftMs)),
    unusable: 0,
    entries: entries.length,
    total: totals ? found.length : null,
  };
}

interface Read {
  readonly ids: Set<string>;
  readonly covered: TimeSpan[];
  readonly requests: number;
}

/** Walks to the end; `between` sees the number of requests so far and may change what the service has. */
function readAll(gap: TimeSpan, serviceAt: (request: number) => Service): Read {
  const ids = new Set<string>();
  let covered: TimeSpan[] = [];
  let walk: Walk | null = beginWalk(gap);
  let requests = 0;
  while (walk !== null) {
    expect(requests).toBeLessThan(3000);
    const page = answer(serviceAt(requests++), requestOf(walk));
    for (const { record } of page.records) ids.add(record.callUuid);
    const step = stepWith(walk, page);
    if (step.covered !== null) covered = withSpan(covered, step.covered);
    walk = step.walk;
  }
  return { ids, covered, requests };
}

const evenly = (count: number, days: number): Call[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `c${index}`,
    at: end - Math.floor((index / count) * days * dayMs),
  }));
const gapOf = (days: number): TimeSpan => ({ from: end - days * dayMs, until: end + dayMs });

const calls = fc
  .array(fc.integer({ min: 0, max: 90 * 86_400 }), { maxLength: 450 })
  .map((seconds) =>
    seconds.map((second, index): Call => ({ id: `c${index}`, at: end - second * 1000 + (index % 3) * 300 })),
  );
/** Many at once, as when an office sends one fax to everybody. */
const bursts = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 90 * 86_400 }), fc.integer({ min: 1, max: 160 })), { maxLength: 6 })
  .map((each) =>
    each.flatMap(([second, count], burst) =>
      Array.from({ length: count }, (_, index): Call => ({ id: `b${burst}-${index}`, at: end - second * 1000 })),
    ),
  );
const histories = fc.oneof(calls, bursts);

/** What is in no order can't be told from what is newest first where a page is all of one second. */
const orderedHistories = fc.oneof(
  fc.tuple(fc.constantFrom('newest', 'oldest'), histories),
  fc.tuple(fc.constant('any' as const), calls),
);

describe('a walk through the records', () => {
  it('asks for hardly more than the least number of pages', () => {
    const { ids, requests } = readAll(gapOf(1095), () => ({ calls: evenly(10_000, 1095) }));
    expect(ids.size).toBe(10_000);
    expect(100 / requests).toBeGreaterThanOrEqual(0.95);
  });

  it('asks once for every 31 days in which nothing happened', () => {
    expect(readAll(gapOf(1095), () => ({ calls: [] })).requests).toBe(36);
  });

  it.each([
    ['newest first', {}],
    ['oldest first', { order: 'oldest' }],
    ['by the ends of the calls', { order: 'ended' }],
    ['without a total', { totals: false }],
    ['with its clock three hours ahead', { stampShiftMs: 3 * 3_600_000 }],
    ['with its clock three hours behind', { stampShiftMs: -3 * 3_600_000 }],
    ['fifty at most on a page', { most: 50 }],
    ['ten at most on a page, without a total', { most: 10, totals: false }],
  ] as const)('reads every record of a service that lists them %s', (_words, ways) => {
    fc.assert(
      fc.property(histories, (history) => {
        const gap = gapOf(91);
        const { ids, covered } = readAll(gap, () => ({ calls: history, ...ways }));
        expect(ids.size).toBe(history.length);
        expect(covered).toEqual([gap]);
      }),
      { numRuns: 25 },
    );
  });

  it('loses nothing that was there from the beginning when records come and go meanwhile', () => {
    const later = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 90 * 86_400 })), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(orderedHistories, later, ([order, history], arrivals) => {
        const serviceAt = (request: number): Service => ({
          order,
          calls: [
            ...arrivals.flatMap(([at, second], index) =>
              at <= request ? [{ id: `late${index}`, at: end - second * 1000 }] : [],
            ),
            ...history,
          ],
        });
        const { ids } = readAll(gapOf(91), serviceAt);
        for (const { id } of history) expect(ids).toContain(id);
      }),
      { numRuns: 40 },
    );
  });

  it('goes on where it was broken off, and repeats two pages at most', () => {
    const history = evenly(1000, 90);
    const gap = gapOf(91);
    const whole = readAll(gap, () => ({ calls: history })).requests;
    for (let broken = 0; broken <= whole; broken++) {
      let covered: TimeSpan[] = [];
      const ids = new Set<string>();
      let requests = 0;
      const walkThrough = (from: TimeSpan, most: number): void => {
        let walk: Walk | null = beginWalk(from);
        for (let request = 0; walk !== null && request < most; request++) {
          const page = answer({ calls: history }, requestOf(walk));
          requests++;
          for (const { record } of page.records) ids.add(record.callUuid);
          const step = stepWith(walk, page);
          if (step.covered !== null) covered = withSpan(covered, step.covered);
          walk = step.walk;
        }
      };
      walkThrough(gap, broken);
      walkThrough({ from: gap.from, until: covered[0]?.from ?? gap.until }, Infinity);
      expect(ids.size).toBe(history.length);
      expect(requests).toBeLessThanOrEqual(whole + 2);
    }
  });

  it('leaves a gap where it is told to pass over what can’t be read', () => {
    const gap = gapOf(61);
    const { doubtful, walk } = skip(beginWalk(gap));
    expect(doubtful).toEqual({ from: gap.until - 31 * dayMs + 1000, until: gap.until });
    expect(walk).toMatchObject({ gap, until: doubtful?.from });
  });

  it('leaves a gap where the service answers the same page for ever', () => {
    const calls = Array.from({ length: 100 }, (_, n) => ({ id: `c${n}`, at: end - n * 3_600_000 }));
    let walk: Walk | null = beginWalk({ from: end - 40 * dayMs, until: end });
    let requests = 0;
    const doubtful: TimeSpan[] = [];
    while (walk !== null) {
      expect(requests++).toBeLessThan(100);
      const page = { records: calls.map((call) => readRecord(call, 0)), unusable: 0, entries: 100, total: 1_000_000 };
      const step = stepWith(walk, page);
      if (step.doubtful !== null) doubtful.push(step.doubtful);
      walk = step.walk;
    }
    expect(doubtful.at(-1)?.from).toBe(end - 40 * dayMs);
  });

  it('leaves a gap where the service says there is more than it lists', () => {
    const page = { records: [], unusable: 0, entries: 0, total: 7 };
    let walk: Walk | null = beginWalk(gapOf(10));
    const doubtful: (TimeSpan | null)[] = [];
    for (let request = 0; walk !== null && request < 20; request++) {
      const step = stepWith(walk, page);
      expect(step.covered === null || step.covered.from === step.covered.until).toBe(true);
      doubtful.push(step.doubtful);
      walk = step.walk;
    }
    expect(walk).toBeNull();
    expect(doubtful.at(-1)).toEqual(gapOf(10));
  });
});
