import { describe, expect, it } from 'vitest';
import { blankBitmap, paintRun } from '../../app/fax/bitmap';
import { rgbaOf } from './paint-bitmap';

describe('the painted page', () => {
  it('has one opaque dot a pel, black where the bit is 1, in rows that don’t end on a byte', () => {
    const bitmap = blankBitmap(11, 2);
    paintRun(bitmap.rows, 2, 9, 11);
    const rgba = rgbaOf(bitmap);
    const dot = (x: number, y: number): number[] => [...rgba.slice((y * 11 + x) * 4, (y * 11 + x) * 4 + 4)];
    expect(rgba).toHaveLength(11 * 2 * 4);
    expect(dot(8, 1)).toEqual([255, 255, 255, 255]);
    expect([dot(9, 1), dot(10, 1)]).toEqual([
      [0, 0, 0, 255],
      [0, 0, 0, 255],
    ]);
    expect(dot(10, 0)).toEqual([255, 255, 255, 255]);
  });
});
