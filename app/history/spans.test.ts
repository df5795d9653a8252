import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeSince, gapsIn, lengthOf, withoutSpan, withSpan } from './spans';
import type { TimeSpan } from './time-span';

const span = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }))
  .map(([from, length]): TimeSpan => ({ from, until: from + length }));
const isIn = (spans: readonly TimeSpan[], at: number): boolean =>
  spans.some(({ from, until }) => from <= at && at < until);
const moments = Array.from({ length: 90 }, (_, at) => at);

describe('spans', () => {
  it('hold what was put in and not taken out, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(span), span, (added, removed) => {
        const all = added.reduce<TimeSpan[]>(withSpan, []);
        const left = withoutSpan(all, removed);
        for (const at of moments) {
          expect(isIn(all, at)).toBe(isIn(added, at));
          expect(isIn(left, at)).toBe(isIn(added, at) && !isIn([removed], at));
        }
        expect(lengthOf(all)).toBe(moments.filter((at) => isIn(added, at)).length);
      }),
    );
  });

  it('and their gaps make up what is wanted, newest gap first', () => {
    fc.assert(
      fc.property(fc.array(span), span, (added, wanted) => {
        const all = added.reduce<TimeSpan[]>(withSpan, []);
        const gaps = gapsIn(all, wanted);
        for (const at of moments) expect(isIn(gaps, at)).toBe(isIn([wanted], at) && !isIn(all, at));
        expect(gaps).toEqual(gaps.toSorted((a, b) => b.from - a.from));
        expect(isIn(gaps, completeSince(all, wanted))).toBe(false);
      }),
    );
  });
});
