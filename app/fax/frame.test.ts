import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeInFrame } from './frame';
import type { Placement, Turn } from './placement';

const page: Placement = { turn: 0, left: 10, top: 20, widthPels: 100, scanLines: 200 };
const turns: Turn[] = [0, 90, 180, 270];

describe('what lies in a frame of a page', () => {
  it('lands there however the page is turned', () => {
    const frame = { left: 0.1, top: 0.2, right: 0.5, bottom: 0.75 };
    const at = (turn: Turn): number[] => {
      const { left, top, widthPels, scanLines } = placeInFrame({ ...page, turn }, frame);
      return [left, top, widthPels, scanLines];
    };
    expect(at(0)).toEqual([20, 60, 40, 110]);
    expect(at(90)).toEqual([35, 40, 55, 80]);
    expect(at(180)).toEqual([60, 70, 40, 110]);
    expect(at(270)).toEqual([30, 120, 55, 80]);
    expect(turns.map((turn) => placeInFrame({ ...page, turn }, frame).turn)).toEqual(turns);
  });

  it('takes the whole page where the frame is one', () => {
    const whole = { left: 0, top: 0, right: 1, bottom: 1 };
    for (const turn of turns) expect(placeInFrame({ ...page, turn }, whole)).toEqual({ ...page, turn });
  });

  it('is never nothing, and never beyond the page', () => {
    const ends = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(ends, ends, fc.constantFrom(...turns), (xs, ys, turn) => {
        const frame = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
        const { left, top, widthPels, scanLines } = placeInFrame({ ...page, turn }, frame);
        expect(widthPels).toBeGreaterThan(0);
        expect(scanLines).toBeGreaterThan(0);
        expect([left >= page.left, top >= page.top]).toEqual([true, true]);
        expect(left + widthPels).toBeLessThanOrEqual(page.left + page.widthPels);
        expect(top + scanLines).toBeLessThanOrEqual(page.top + page.scanLines);
      }),
    );
  });
});
