import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPageRange } from './page-range';

describe('readPageRange', () => {
  it.each([
    ['1-3, 7', [1, 2, 3, 7]],
    ['7; 2–3', [7, 2, 3]],
    [' 5 ', [5]],
    ['1-2, 2-4,', [1, 2, 3, 4]],
  ])('reads %j', (text, pages) => {
    expect(readPageRange(text, 10)).toEqual(pages);
  });

  it.each(['', ',', '0', '0-3', '3-1', '8-11', '1 3', 'son', '-2', '1-'])('refuses %j of ten pages', (text) => {
    expect(readPageRange(text, 10)).toBeNull();
  });

  it('names pages that are there, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('0', '1', '2', '9', '-', ',', ';', ' ') }),
        fc.integer({ min: 1, max: 1000 }),
        (text, count) => {
          for (const page of readPageRange(text, count) ?? []) expect(page >= 1 && page <= count).toBe(true);
        },
      ),
    );
  });
});
