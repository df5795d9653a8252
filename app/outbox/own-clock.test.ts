import { describe, expect, it } from 'vitest';
import { byClockOf, setForwardBy, setWhileRunningBy, surelySetForwardBy } from './own-clock';

/** 2026-11-23 12:00:00 in Türkiye; the machine runs for an hour. */
const noon = Date.UTC(2026, 10, 23, 9, 0, 0);
const hour = 3_600_000;
const noted = { at: noon, bootedAt: noon - hour };
/** Ten minutes later, by a clock that was set forward meanwhile. */
const today = (setMs: number) => ({ now: noon + 600_000 + setMs, bootedAt: noon - hour + setMs });

describe('this machine’s clock', () => {
  it('was not set where the machine’s start is told as before', () => {
    expect(setForwardBy(noted, today(0))).toBe(0);
    expect(setForwardBy(noted, today(900))).toBe(0);
  });

  it.each([1_200_000, hour, -40_000, -hour])('was set by %i ms', (setMs) => {
    expect(setForwardBy(noted, today(setMs))).toBe(setMs);
    expect(byClockOf({ startedAt: noon, bootedAt: noted.bootedAt }, today(setMs))).toBe(noon + 600_000);
  });

  it('may have been set, nobody knows how far, since the machine was started anew', () => {
    const anew = { now: noon + 600_000, bootedAt: noon + 540_000 };
    expect(setForwardBy(noted, anew)).toBeNull();
    expect(setForwardBy(noted, { ...anew, bootedAt: noon + 540_000 - hour, now: noon + 600_000 - hour })).toBeNull();
    expect(setForwardBy({ at: noon, bootedAt: null }, today(0))).toBeNull();
  });

  it('was surely set back where it shows less than it did, whatever was started anew', () => {
    const anew = { now: noon - hour, bootedAt: noon - hour - 60_000 };
    expect(surelySetForwardBy(noted, anew, null)).toBe(-hour);
    expect(surelySetForwardBy(noted, { now: noon + 600_000, bootedAt: noon + 540_000 }, null)).toBe(0);
    expect(surelySetForwardBy(noted, today(-hour), null)).toBe(-hour);
  });

  it.each([25 * hour, -25 * hour])('is known exactly by who lived through it: set by %i ms', (setMs) => {
    expect(setWhileRunningBy(today(0), today(setMs))).toBe(setMs);
    expect(surelySetForwardBy(noted, today(setMs), today(0))).toBe(setMs);
    expect(setWhileRunningBy(today(0), today(900))).toBe(0);
  });
});
