import { describe, expect, it } from 'vitest';
import { rowBytes, type FaxBitmap } from '../bitmap';
import type { GreyImage } from '../grey';
import { encodeT6 } from '../t6/encode';
import { binarise } from './binarise';

const WIDTH = 800;
const HEIGHT = 640;

/** A grey page from a function of x and y, 0 black to 255 white. */
const paint = (greyAt: (x: number, y: number) => number): GreyImage => ({
  width: WIDTH,
  height: HEIGHT,
  pixels: Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => greyAt(i % WIDTH, Math.floor(i / WIDTH))),
});

/** Strokes three pels wide, as tall and as far apart as small print, in lines with margins. */
const isInk = (x: number, y: number): boolean =>
  x > 100 && x < 700 && y > 60 && y < 600 && y % 25 < 14 && x % 9 < 3 && (x + y * 7) % 63 < 45;

/** Even noise of ±`most`, the same each time. */
const noise = (x: number, y: number, most: number): number =>
  ((Math.imul(x * 73_856_093 + y * 19_349_663, 2_654_435_761) >>> 16) % (2 * most + 1)) - most;

const isBlack = ({ widthPels, rows }: FaxBitmap, x: number, y: number): boolean =>
  (((rows[y * rowBytes(widthPels) + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1;

/** The part of pels in a rectangle that are black. */
function blackPart(bitmap: FaxBitmap, left: number, top: number, right: number, bottom: number): number {
  let black = 0;
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) black += isBlack(bitmap, x, y) ? 1 : 0;
  return black / ((right - left) * (bottom - top));
}

/** The part of pels that are black where ink is and white where it is not. */
function agreement(bitmap: FaxBitmap, ink: (x: number, y: number) => boolean): number {
  let same = 0;
  for (let y = 0; y < HEIGHT; y++) for (let x = 0; x < WIDTH; x++) same += isBlack(bitmap, x, y) === ink(x, y) ? 1 : 0;
  return same / (WIDTH * HEIGHT);
}

/** A shadow over the lower right, down to a third of the light; the larger `width`, the softer. */
const light = (x: number, y: number, width = 40): number => 1 - 0.66 / (1 + Math.exp(-(x + y - 900) / width));

const clean = paint((x, y) => (isInk(x, y) ? 20 : 250));
const shaded = paint((x, y) => light(x, y) * (isInk(x, y) ? 60 : 225) + noise(x, y, 5));

describe('text', () => {
  it('gives clean print back exactly', () => {
    expect(agreement(binarise(clean, 'text', 'fine'), isInk)).toBe(1);
  });

  it('finds print in a shadow', () => {
    expect(agreement(binarise(shaded, 'text', 'fine'), isInk)).toBeGreaterThan(0.999);
  });

  it('finds print in a shadow of a fifth of the light', () => {
    const depth = (x: number): number => (x > 400 ? 0.2 : 1);
    const dark = paint((x, y) => depth(x) * (isInk(x, y) ? 50 : 225) + noise(x, y, 3));
    expect(agreement(binarise(dark, 'text', 'fine'), isInk)).toBeGreaterThan(0.998);
  });

  it('keeps a large black thing black', () => {
    const isThing = (x: number, y: number): boolean => x > 200 && x < 600 && y > 200 && y < 500;
    const thing = paint((x, y) => (isThing(x, y) ? 30 : isInk(x, y) ? 50 : 225) + noise(x, y, 5));
    expect(blackPart(binarise(thing, 'text', 'fine'), 202, 202, 599, 499)).toBeGreaterThan(0.999);
  });

  it('leaves a blank page blank, noise and shadow or not', () => {
    const blank = (width: number) => paint((x, y) => light(x, y, width) * 200 + noise(x, y, 6));
    expect(blackPart(binarise(blank(80), 'text', 'fine'), 0, 0, WIDTH, HEIGHT)).toBe(0);
    expect(blackPart(binarise(blank(40), 'text', 'fine'), 0, 0, WIDTH, HEIGHT)).toBeLessThan(0.01);
  });

  it('keeps a dark block dark and the white print on it white', () => {
    const sign = paint((x, y) => (x > 200 && x < 600 && y > 200 && y < 440 ? (isInk(x, y) ? 250 : 25) : 250));
    const bitmap = binarise(sign, 'text', 'fine');
    expect(blackPart(bitmap, 201, 201, 600, 440)).toBeGreaterThan(0.6);
    expect(agreement(bitmap, (x, y) => x > 200 && x < 600 && y > 200 && y < 440 && !isInk(x, y))).toBeGreaterThan(
      0.995,
    );
  });

  it('survives pages of one value and of one pel', () => {
    for (const grey of [0, 1, 128, 255]) {
      expect(
        binarise(
          paint(() => grey),
          'text',
          'standard',
        ).rows,
      ).toHaveLength(rowBytes(WIDTH) * HEIGHT);
      const pel = { width: 1, height: 1, pixels: Uint8Array.of(grey) };
      for (const mode of ['text', 'photo', 'auto'] as const) expect(binarise(pel, mode, 'fine').rows).toHaveLength(1);
    }
  });
});

describe('standard resolution', () => {
  const inner = (page: GreyImage, row: number): number =>
    blackPart(binarise(page, 'text', 'standard'), 110, row, 690, row + 1);
  const striped = (greys: readonly number[]): GreyImage =>
    paint((x, y) => (x > 100 && x < 700 && y > 80 && y < 560 ? (greys[y % 8] ?? 250) : 250));

  it('keeps the gap open between thin strokes, which is grey where a scan line takes in both', () => {
    const page = striped([20, 110, 20, 250, 250, 250, 250, 250]);
    expect([inner(page, 88), inner(page, 89), inner(page, 90)]).toEqual([1, 0, 1]);
  });

  it('keeps a thin stroke that lies between two scan lines', () => {
    expect(inner(striped([160, 160, 250, 250, 20, 20, 250, 250]), 88)).toBe(1);
  });
});

describe('photo', () => {
  const ramp = binarise(
    paint((x) => (x / WIDTH) * 255),
    'photo',
    'fine',
  );
  const bands = Array.from({ length: 10 }, (_, i) => blackPart(ramp, i * 80, 40, i * 80 + 80, HEIGHT));

  it('makes darker parts blacker, all the way', () => {
    bands.slice(1).forEach((band, i) => expect(band).toBeLessThan(bands[i] ?? 0));
    expect(bands[0]).toBeGreaterThan(0.9);
  });

  it('leaves no dots on what is nearly white', () => {
    expect(bands[9]).toBeLessThan(0.02);
  });

  it('lightens middle tones, which printing darkens', () => {
    expect(blackPart(ramp, 360, 40, 440, HEIGHT)).toBeLessThan(0.45);
  });
});

describe('auto', () => {
  it.each([
    ['clean print', clean],
    ['print in a shadow', shaded],
    ['print on a grey tint', paint((x, y) => (isInk(x, y) ? 20 : y > 200 && y < 400 ? 190 : 250))],
    [
      'tinted table rows',
      paint((x, y) => (isInk(x, y) ? 20 : y < 480 ? ([205, 170, 230, 120][(y >> 6) % 4] ?? 250) : 250)),
    ],
    [
      'print with the shadow of a head on it, darker to one side',
      paint((x, y) => {
        const shadow = (0.2 + (x - 200) / 800) / (1 + Math.exp((Math.hypot(x - 400, y - 320) - 200) / 5));
        return (isInk(x, y) ? 0.25 : 1) * 235 * (1 - shadow);
      }),
    ],
    ['print with the edge of a shadow across', paint((x, y) => (isInk(x, y) ? 20 : x + y > 700 ? 150 : 250))],
  ])('treats %s exactly as text mode does', (_, page) => {
    expect(binarise(page, 'auto', 'fine')).toEqual(binarise(page, 'text', 'fine'));
  });

  it('halftones a smooth picture that ends at once on the paper', () => {
    const inPicture = (x: number, y: number): boolean => x >= 160 && y >= 80 && x < 640 && y < 400;
    const tone = (x: number, y: number): number => 130 - 120 * Math.sin(x / 90) * Math.cos(y / 70);
    const page = paint((x, y) => (inPicture(x, y) ? tone(x, y) : isInk(x, y) && y > 440 ? 20 : 250));
    const auto = binarise(page, 'auto', 'fine');
    const middleTone = blackPart(auto, 276, 80, 290, 400);
    expect(middleTone).toBeGreaterThan(0.15);
    expect(middleTone).toBeLessThan(0.75);
    expect(encodeT6(auto).length).toBeGreaterThan(encodeT6(binarise(page, 'text', 'fine')).length * 4);
  });

  it('halftones a picture to the very edges of a page that cut its cells', () => {
    const [width, height] = [797, 631];
    const tone = (x: number, y: number): number => 120 + 70 * Math.sin(x / 9) * Math.cos(y / 12) + noise(x, y, 4);
    const inPicture = (x: number, y: number): boolean => x >= 400 && y >= 300;
    const greyAt = (x: number, y: number): number => (inPicture(x, y) ? tone(x, y) : isInk(x, y) ? 20 : 250);
    const pixels = Uint8Array.from({ length: width * height }, (_, i) => greyAt(i % width, Math.floor(i / width)));
    const auto = binarise({ width, height, pixels }, 'auto', 'fine');
    const unlike = (x: number, y: number, nextX: number, nextY: number): number =>
      isBlack(auto, x, y) === isBlack(auto, nextX, nextY) ? 0 : 1;
    const down = Array.from({ length: 300 }, (_, i) => unlike(width - 1, 330 + i, width - 1, 331 + i));
    const across = Array.from({ length: 360 }, (_, i) => unlike(430 + i, height - 1, 431 + i, height - 1));
    const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;
    // Dots change every few pels; cut at one level, the picture would every twenty.
    expect(mean(down)).toBeGreaterThan(0.15);
    expect(mean(across)).toBeGreaterThan(0.15);
  });

  it('halftones a picture and leaves the print beside it as in text mode', () => {
    const inPicture = (x: number, y: number): boolean => x >= 400 && y >= 100 && x < 720 && y < 520;
    const tone = (x: number, y: number): number => 120 + 70 * Math.sin(x / 9) * Math.cos(y / 12) + noise(x, y, 4);
    const page = paint((x, y) => (inPicture(x, y) ? tone(x, y) : isInk(x, y) ? 20 : 250));
    const auto = binarise(page, 'auto', 'fine');
    const text = binarise(page, 'text', 'fine');
    const left = (bitmap: FaxBitmap): number[] =>
      Array.from({ length: HEIGHT }, (_, y) => Array.from(bitmap.rows.subarray(y * 100, y * 100 + 44))).flat();
    expect(left(auto)).toEqual(left(text));
    expect(Math.abs(blackPart(auto, 420, 120, 700, 500) - 0.45)).toBeLessThan(0.1);
    expect(encodeT6(auto).length).toBeGreaterThan(encodeT6(text).length * 2);
  });
});
