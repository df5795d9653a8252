import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankBitmap, paintRun, rowBytes, type FaxBitmap } from '../bitmap';
import { cleanSpecks } from './specks';

const WIDTH = 320;

/** A bitmap with boxes: left, top, width, height. */
function boxes(...all: readonly (readonly [number, number, number, number])[]): FaxBitmap {
  const bitmap = blankBitmap(WIDTH, 200);
  for (const [left, top, width, height] of all) {
    for (let y = top; y < top + height; y++) paintRun(bitmap.rows, y * rowBytes(WIDTH), left, left + width);
  }
  return bitmap;
}

describe('specks', () => {
  it.each([
    ['one pel', [100, 100, 1, 1]],
    ['two pels across', [103, 100, 2, 1]],
    ['two pels down', [100, 100, 1, 2]],
    ['one in a corner', [0, 0, 1, 1]],
    ['one in the last corner', [WIDTH - 1, 199, 1, 1]],
  ] as const)('of %s alone go', (_, speck) => {
    const letter = [10, 60, 8, 12] as const;
    expect(cleanSpecks(boxes(speck, letter), 'fine')).toEqual(boxes(letter));
  });

  it.each([
    ['the dot of an i', boxes([100, 80, 2, 1], [100, 84, 2, 10])],
    ['the breve of a ğ', boxes([101, 78, 1, 1], [105, 78, 1, 1], [100, 82, 8, 10])],
    ['a full stop', boxes([100, 80, 8, 12], [114, 91, 2, 1])],
    ['a dotted line', boxes(...[0, 1, 2, 3, 4, 5].map((i) => [40 + 30 * i, 90, 1, 1] as const))],
    ['a dotted rule down', boxes(...[0, 1, 2, 3, 4].map((i) => [150, 10 + 35 * i, 1, 1] as const))],
    ['three pels', boxes([100, 100, 3, 1])],
  ])('stay where they are %s', (_, page) => {
    expect(cleanSpecks(page, 'fine')).toEqual(page);
  });

  it('only ever lose black, and cleaned pages have none', () => {
    const dots = fc.array(fc.tuple(fc.nat(WIDTH - 1), fc.nat(199)), { maxLength: 12 });
    fc.assert(
      fc.property(dots, (places) => {
        const page = boxes(...places.map(([x, y]) => [x, y, 1, 1] as const));
        const once = cleanSpecks(page, 'fine');
        expect(once.rows.every((byte, at) => (byte & ~(page.rows[at] ?? 0)) === 0)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
