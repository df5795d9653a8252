import { describe, expect, it } from 'vitest';
import { blankBitmap, type FaxBitmap, paintRun, rowBytes } from '../bitmap';
import { cleanEdges } from './clean-edges';

/** 1.5 % of the width: 6 pels across and, in fine, as many down. */
const [WIDTH, HEIGHT, SLIVER] = [400, 300, 6];
const SQUARE = 1;

/** A page with these rectangles black: left, top, right, bottom. */
function pageWith(...rectangles: readonly [number, number, number, number][]): FaxBitmap {
  const page = blankBitmap(WIDTH, HEIGHT);
  for (const [left, top, right, bottom] of rectangles) {
    for (let y = top; y < bottom; y++) paintRun(page.rows, y * rowBytes(WIDTH), left, right);
  }
  return page;
}

describe('the edges of a page that was cut out', () => {
  it('lose the slivers of the desk, on all four sides', () => {
    const slivers = pageWith(
      [0, 50, SLIVER, 90],
      [WIDTH - SLIVER, 50, WIDTH, 90],
      [100, 0, 180, SLIVER],
      [100, HEIGHT - SLIVER, 180, HEIGHT],
    );
    expect(cleanEdges(slivers, SQUARE)).toEqual(blankBitmap(WIDTH, HEIGHT));
  });

  it('keep what reaches further in, and what does not touch them', () => {
    const drawn = pageWith([0, 50, SLIVER + 1, 90], [100, 0, 180, SLIVER + 1], [200, 1, 220, 3], [390, 200, 399, 210]);
    expect(cleanEdges(drawn, SQUARE)).toEqual(drawn);
  });

  it('are half as many scan lines deep where lines are twice as far apart', () => {
    const half = SLIVER / 2;
    expect(cleanEdges(pageWith([100, 0, 180, half]), 0.5)).toEqual(pageWith());
    const drawn = pageWith([100, 0, 180, half + 1]);
    expect(cleanEdges(drawn, 0.5)).toEqual(drawn);
  });
});
