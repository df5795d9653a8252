import { describe, expect, it } from 'vitest';
import { backoffMs, pollGapMs, rateLimitWaitMs, restAfterPollMs, settleGapMs, usualTiming } from './schedule';

const middle = (): number => 0.5;

describe('waiting', () => {
  it('looks for an unconfirmed fax at 1, 3, 8, 15, 30 and 60 seconds (D4)', () => {
    const gaps = [0, 1, 2, 3, 4, 5].map((checks) => settleGapMs(usualTiming, checks));
    expect(gaps).toEqual([1_000, 2_000, 5_000, 7_000, 15_000, 30_000]);
    expect(settleGapMs(usualTiming, 9)).toBe(30_000);
  });

  it('polls a second after news, then gently less often', () => {
    let at = 0;
    const polls = Array.from({ length: 12 }, () => (at += pollGapMs(at, true, middle)));
    expect(polls[0]).toBe(1_000);
    expect(polls.filter((each) => each <= 10_000).length).toBeGreaterThanOrEqual(5);
    expect(pollGapMs(120_000, true, middle)).toBe(15_000);
    expect(pollGapMs(3_600_000, true, middle)).toBe(30_000);
  });

  it('rests the longer after a poll the longer it took', () => {
    expect([0, 40, 1_000, 60_000, -5_000].map(restAfterPollMs)).toEqual([250, 250, 4_000, 30_000, 250]);
  });

  it('looks sooner while the service’s clock is unknown', () => {
    expect(pollGapMs(0, false, middle)).toBe(250);
  });

  it('backs off to a minute, spread by chance (D7)', () => {
    expect([1, 2, 3, 4, 5, 6, 50].map((failures) => backoffMs(failures, middle))).toEqual([
      2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000,
    ]);
    expect(backoffMs(1, () => 0)).toBeLessThan(backoffMs(1, () => 0.99));
  });

  it('never comes back sooner than Retry-After asks (D7)', () => {
    for (const random of [0, 0.5, 0.99]) {
      expect(rateLimitWaitMs(120.25, 1, () => random) % 1).toBe(0);
      expect(rateLimitWaitMs(120, 1, () => random)).toBeGreaterThanOrEqual(120_000);
      expect(rateLimitWaitMs(null, 1, () => random)).toBeGreaterThan(0);
    }
  });
});
