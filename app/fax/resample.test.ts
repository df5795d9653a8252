import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageGeometry } from './geometry';
import type { GreyImage } from './grey';
import type { Placement, Turn } from './placement';
import { resampleFor, resampleOntoPage } from './resample';

const image = (...rows: number[][]): GreyImage => ({
  width: rows[0]?.length ?? 0,
  height: rows.length,
  pixels: Uint8Array.from(rows.flat()),
});
const resize = (source: GreyImage, widthPels: number, scanLines: number): GreyImage =>
  resampleFor(source, { turn: 0, left: 0, top: 0, widthPels, scanLines });
const rowsOf = ({ width, height, pixels }: GreyImage): number[][] =>
  Array.from({ length: height }, (_, y) => Array.from(pixels.subarray(y * width, (y + 1) * width)));
const page = (widthPels: number, scanLines: number) => ({ ...pageGeometry('fine'), widthPels, scanLines });

describe('resize', () => {
  it('averages what each target pixel covers, parts of source pixels included', () => {
    expect(rowsOf(resize(image([0, 100, 200]), 2, 1))).toEqual([[33, 167]]);
    expect(rowsOf(resize(image([0, 40], [80, 120], [160, 200], [240, 240]), 1, 2))).toEqual([[60], [210]]);
    expect(rowsOf(resize(image([10, 20, 30, 40, 50, 60, 70, 80, 90]), 1, 1))).toEqual([[50]]);
  });

  it('interpolates where it enlarges', () => {
    expect(rowsOf(resize(image([0, 200]), 4, 1))).toEqual([[0, 50, 150, 200]]);
    expect(rowsOf(resize(image([77]), 3, 2))).toEqual([
      [77, 77, 77],
      [77, 77, 77],
    ]);
  });

  it('keeps an even grey even, whatever the sizes', () => {
    const side = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(side, side, side, side, fc.nat({ max: 255 }), (width, height, toWidth, toHeight, grey) => {
        const even = { width, height, pixels: new Uint8Array(width * height).fill(grey) };
        const resized = resize(even, toWidth, toHeight);
        expect(resized.pixels).toHaveLength(toWidth * toHeight);
        expect(resized.pixels.every((value) => Math.abs(value - grey) <= 1)).toBe(true);
      }),
    );
  });

  it('keeps the mean of what it shrinks', () => {
    const sizes = fc.tuple(
      fc.integer({ min: 2, max: 30 }),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 30 }),
    );
    fc.assert(
      fc.property(sizes, fc.integer(), ([width, height, less], seed) => {
        const pixels = Uint8Array.from({ length: width * height }, (_, i) => Math.imul(i + 1, seed) >>> 24);
        const mean = (of: Uint8Array): number => of.reduce((sum, value) => sum + value, 0) / of.length;
        const resized = resize({ width, height, pixels }, Math.max(width - less, 1), height);
        expect(Math.abs(mean(resized.pixels) - mean(pixels))).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('resampleOntoPage', () => {
  const letter = image([1, 2], [3, 4], [5, 6]);
  const at = (turn: Turn): Placement => ({
    turn,
    left: 1,
    top: 1,
    widthPels: turn % 180 === 0 ? 2 : 3,
    scanLines: turn % 180 === 0 ? 3 : 2,
  });
  const white = 255;

  it('puts a picture in its place on white', () => {
    expect(rowsOf(resampleOntoPage(letter, at(0), page(4, 5)))).toEqual([
      [white, white, white, white],
      [white, 1, 2, white],
      [white, 3, 4, white],
      [white, 5, 6, white],
      [white, white, white, white],
    ]);
  });

  it.each<[Turn, number[][]]>([
    [
      90,
      [
        [5, 3, 1],
        [6, 4, 2],
      ],
    ],
    [
      180,
      [
        [6, 5],
        [4, 3],
        [2, 1],
      ],
    ],
    [
      270,
      [
        [2, 4, 6],
        [1, 3, 5],
      ],
    ],
  ])('turns it by %i° clockwise', (turn, expected) => {
    const landed = rowsOf(resampleOntoPage(letter, at(turn), page(5, 5)));
    const { left, top, widthPels, scanLines } = at(turn);
    expect(landed.slice(top, top + scanLines).map((row) => row.slice(left, left + widthPels))).toEqual(expected);
  });

  it('turns pictures larger than a tile', () => {
    const large = { width: 150, height: 90, pixels: Uint8Array.from({ length: 150 * 90 }, (_, i) => i % 251) };
    const turned = resampleOntoPage(large, { turn: 90, left: 0, top: 0, widthPels: 90, scanLines: 150 }, page(90, 150));
    const back = resampleOntoPage(turned, { turn: 270, left: 0, top: 0, widthPels: 150, scanLines: 90 }, page(150, 90));
    expect(back).toEqual(large);
  });
});
