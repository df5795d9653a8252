import { describe, expect, it } from 'vitest';
import { putAsItIs } from './as-it-is';
import { pageGeometry } from './geometry';
import { type GreyImage, whiteImage } from './grey';

const page = pageGeometry('standard');
const pitch = { across: 204, down: 98 };

/** A white page of a fax machine with these pels black. */
function fax(width: number, height: number, ...black: readonly [x: number, y: number][]): GreyImage {
  const image = whiteImage(width, height);
  for (const [x, y] of black) image.pixels[y * width + x] = 0;
  return image;
}

/** Where a page is black. */
const blackOf = ({ width, pixels }: GreyImage): number[][] =>
  [...pixels.entries()].flatMap(([at, value]) => (value === 0 ? [[at % width, Math.floor(at / width)]] : []));

describe('a received page put on ours as it is', () => {
  it('keeps every dot, in the middle of the width and at the top', () => {
    const put = putAsItIs(fax(1486, 900, [0, 0], [1485, 899]), pitch, page);
    if (put === null) throw new Error('It should fit.');
    expect([put.width, put.height]).toEqual([1686, 1078]);
    expect(blackOf(put)).toEqual([
      [100, 0],
      [1585, 899],
    ]);
  });

  it('loses blank margins only: what is black at an edge moves the page', () => {
    const put = putAsItIs(fax(1728, 1100, [30, 30], [1700, 1099]), pitch, page);
    expect(put && blackOf(put)).toEqual([
      [9, 8],
      [1679, 1077],
    ]);
  });

  it('is not put so where the black does not fit, or the dots are of another density', () => {
    expect(putAsItIs(fax(1728, 900, [0, 0], [1727, 0]), pitch, page)).toBeNull();
    expect(putAsItIs(fax(100, 1200, [0, 0], [0, 1199]), pitch, page)).toBeNull();
    expect(putAsItIs(fax(100, 100), { across: 204, down: 196 }, page)).toBeNull();
    expect(putAsItIs(fax(100, 100), { across: 300, down: 98 }, page)).toBeNull();
    expect(putAsItIs(fax(100, 100), { across: 200, down: 100 }, page)).not.toBeNull();
  });
});
