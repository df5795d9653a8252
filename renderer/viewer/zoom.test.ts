import { describe, expect, it } from 'vitest';
import { lastBefore, stackOf, within } from './stack';
import { factorOf, onScreen, scaled, stepFrom, turnedPaper } from './zoom';

const letter = { widthInch: 8.5, heightInch: 11 };

describe('zoom', () => {
  it('fits the width, or the whole page, turned as it is', () => {
    const frame = { width: 816, height: 528 };
    expect(factorOf('width', letter, frame)).toBe(1);
    expect(factorOf('page', letter, frame)).toBe(0.5);
    expect(factorOf('width', turnedPaper(letter, 90), { width: 1056, height: 100 })).toBe(1);
    expect(factorOf(2, letter, frame)).toBe(2);
  });

  it('goes in steps from wherever it is, to an end', () => {
    expect([stepFrom(1, 1), stepFrom(1, -1), stepFrom(0.97, 1), stepFrom(4, 1), stepFrom(0.1, -1)]).toEqual([
      1.25, 0.9, 1, 4, 0.1,
    ]);
    expect([scaled(3.9, 2), scaled(0.11, 0.5), scaled(1, 1.1)]).toEqual([4, 0.1, 1.1]);
  });

  it('shows paper at its size', () => {
    expect(onScreen(letter, 1)).toEqual({ width: 816, height: 1056 });
  });
});

describe('a stack of pages', () => {
  const stack = stackOf([100, 200, 50], 10);

  it('lays pages below each other', () => {
    expect(stack).toEqual({ tops: [10, 120, 330], height: 390 });
  });

  it('finds what is in sight', () => {
    expect(within(stack, 0, 90)).toEqual({ first: 0, last: 0 });
    expect(within(stack, 115, 340)).toEqual({ first: 0, last: 2 });
    expect(within(stack, 10_000, 20_000)).toEqual({ first: 2, last: 2 });
    expect(lastBefore([], 5)).toBe(-1);
  });
});
