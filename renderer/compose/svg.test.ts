import { describe, expect, it } from 'vitest';
import { svgPage } from './svg';

/** Fax pages are 595 × 792 points; at 204 dots an inch that is 1686 × 2244. */
const PAGE = { width: 1686, height: 2244 };

describe('the page an SVG is drawn on', () => {
  it('is upright, the drawing in its own size, 96 of its pixels to the inch', () => {
    const { width, height, at } = svgPage({ widthPx: 96, heightPx: 192 });
    expect([width, height]).toEqual([PAGE.width, PAGE.height]);
    expect(at.slice(2)).toEqual([204, 408]);
  });

  it('lies on its side for a drawing that is too wide for it', () => {
    const { width, height, at } = svgPage({ widthPx: 960, heightPx: 480 });
    expect([width, height]).toEqual([PAGE.height, PAGE.width]);
    expect(at.slice(2)).toEqual([2040, 1020]);
  });

  it.each([
    [4000, 5000],
    [5000, 4000],
    [30_000, 20],
  ])('holds all of a drawing of %i × %i, in its own shape', (widthPx, heightPx) => {
    const { width, height, at } = svgPage({ widthPx, heightPx });
    const [left, top, drawnWidth, drawnHeight] = at;
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
    expect(left + drawnWidth).toBeLessThanOrEqual(width);
    expect(top + drawnHeight).toBeLessThanOrEqual(height);
    expect(Math.abs(drawnHeight - (drawnWidth * heightPx) / widthPx)).toBeLessThanOrEqual(2);
  });
});
