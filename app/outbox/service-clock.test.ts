import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentOfStamp } from '../api/stamps';
import { learnOffset, offsetSeen, offsetToday, overlaps, spanOfStamp } from './service-clock';
import type { ClockOffset } from './service-clock';

/** 2026-11-23 12:00:00 in Türkiye. */
const noon = Date.UTC(2026, 10, 23, 9, 0, 0);
const stampAt = (ms: number): string => new Date(ms + 3 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

describe('the service’s clock', () => {
  it('is read in Türkiye’s time', () => {
    expect(
      spanOfStamp({ at: momentOfStamp('2026-11-23 12:00:00') ?? 0, grainMs: 1_000 }, { lowMs: 0, highMs: 0 }),
    ).toEqual({
      from: noon - 500,
      to: noon + 1500,
    });
  });

  it('can not be read from what is no stamp', () => {
    expect(offsetSeen('yesterday', { from: 0, to: 1 })).toBeNull();
  });

  it('is learnt no closer than a stamp tells', () => {
    const post = { from: noon + 40_000, to: noon + 42_000 };
    const toTheMinute = offsetSeen('23.11.2026 12:00', post);
    expect(toTheMinute).toEqual({ lowMs: -42_000, highMs: 20_000 });
    expect(learnOffset({ lowMs: -500, highMs: 500 }, toTheMinute ?? { lowMs: 0, highMs: 0 })).toEqual({
      lowMs: -500,
      highMs: 500,
    });
  });

  it('is taken anew where the clocks can not have stayed as they were', () => {
    const seen = { lowMs: 3_600_000, highMs: 3_602_000 };
    expect(learnOffset({ lowMs: -500, highMs: 500 }, seen)).toBe(seen);
  });

  it('is told by our own clock as it is today, and learnt anew where that was set', () => {
    const known = { offset: { lowMs: 1_000, highMs: 2_000 }, learnt: { at: noon, bootedAt: noon - 3_600_000 } };
    const later = (setMs: number) => ({ now: noon + 60_000 + setMs, bootedAt: noon - 3_600_000 + setMs });
    expect(offsetToday(known, later(0))).toEqual({ lowMs: 1_000, highMs: 2_000 });
    const ahead = offsetToday(known, later(1_200_000));
    expect(ahead).toEqual({ lowMs: -1_199_000, highMs: -1_198_000, isUnsure: true });
    const seen = { lowMs: -1_198_500, highMs: -1_198_000 };
    expect(learnOffset(ahead, seen)).toBe(seen);
  });

  it('is known ever closer and never wrong, and then tells own orders by their stamps', () => {
    const offsets = fc.integer({ min: -50_000_000, max: 50_000_000 });
    const posts = fc.array(fc.tuple(fc.nat(86_400_000), fc.nat(20_000), fc.nat(20_000)), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(offsets, posts, (offsetMs, all) => {
        let learnt: ClockOffset | null = null;
        for (const [start, untilMade, untilAnswered] of all) {
          const from = noon + start;
          const stamp = stampAt(from + untilMade + offsetMs);
          const post = { from, to: from + untilMade + untilAnswered };
          const seen = offsetSeen(stamp, post);
          if (seen === null) throw new Error('unreadable');
          learnt = learnOffset(learnt, seen);
          expect(learnt.lowMs).toBeLessThanOrEqual(offsetMs);
          expect(learnt.highMs).toBeGreaterThanOrEqual(offsetMs);
          expect(overlaps(spanOfStamp({ at: momentOfStamp(stamp) ?? 0, grainMs: 1_000 }, learnt), post)).toBe(true);
        }
      }),
    );
  });
});
