import { describe, expect, it } from 'vitest';
import { blankBitmap, paintRun, rowBytes } from './bitmap';
import { reducedRgbaOf, type Rgba, rgbaOf, rgbaOfGrey } from './page-colours';

const dotsOf = (rgba: Rgba): number[][] =>
  Array.from({ length: rgba.length / 4 }, (_, i) => [...rgba.subarray(i * 4, i * 4 + 4)]);
const grey = (value: number): number[] => [value, value, value, 255];

describe('the painted page', () => {
  it('has one opaque dot a pel, black where the bit is 1, in rows that don’t end on a byte', () => {
    const bitmap = blankBitmap(11, 2);
    paintRun(bitmap.rows, 2, 9, 11);
    const rows = [new Array<number>(11).fill(255), [...new Array<number>(9).fill(255), 0, 0]];
    expect(dotsOf(rgbaOf(bitmap))).toEqual(rows.flat().map(grey));
  });

  it('reduced, has the mean of the pels in each dot, down to the last ones', () => {
    const bitmap = blankBitmap(18, 6);
    for (let y = 0; y < 3; y++) paintRun(bitmap.rows, y * rowBytes(18), 0, 6);
    for (let y = 3; y < 5; y++) paintRun(bitmap.rows, y * rowBytes(18), 12, 18);
    expect(dotsOf(reducedRgbaOf(bitmap, 3, 2))).toEqual([0, 255, 255, 255, 255, 85].map(grey));
  });

  it('in grey, has each byte as its red, green and blue', () => {
    expect(dotsOf(rgbaOfGrey(Uint8Array.of(0, 7, 255)))).toEqual([0, 7, 255].map(grey));
  });
});
