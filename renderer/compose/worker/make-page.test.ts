import { expect, it } from 'vitest';
import { rowBytes } from '../../../app/fax/bitmap';
import type { Turn } from '../../../app/fax/placement';
import { decodeT6 } from '../../../app/fax/t6/decode';
import { makePage, makeThumbnail } from './make-page';
import type { FaxPage, PressOptions } from './protocol';
import type { DecodedPage } from './source';

const options: PressOptions = { resolution: 'standard', mode: 'text', rotation: 0, sourcePage: 1 };

/** A portrait sheet with a black mark in its upper left corner, stored as EXIF orientation 1 or 6 has it. */
function sheet(orientation: 1 | 6): DecodedPage {
  const [width, height] = orientation === 1 ? [600, 800] : [800, 600];
  const pixels = new Uint8Array(width * height).fill(255);
  for (let y = 30; y < 60; y++) {
    for (let x = 30; x < 60; x++) pixels[orientation === 1 ? y * width + x : (height - 1 - x) * width + y] = 0;
  }
  return { grey: { width, height, pixels }, orientation, nature: 'picture' };
}

/** Where the first black pel is, in parts of the page. */
function firstBlack({ t6, widthPels, scanLines }: FaxPage): { x: number; y: number } {
  const { rows } = decodeT6(t6, widthPels, scanLines);
  const stride = rowBytes(widthPels);
  const at = rows.findIndex((byte) => byte !== 0);
  return { x: (at % stride) / stride, y: Math.floor(at / stride) / scanLines };
}

/** Which corner of the page is black. */
function markedCorner(page: FaxPage): string {
  const { x, y } = firstBlack(page);
  return `${y < 0.5 ? 'top' : 'bottom'} ${x < 0.5 ? 'left' : 'right'}`;
}

it('makes a page of the chosen resolution, the mark where it is on the sheet', () => {
  const page = makePage(sheet(1), options);
  expect([page.widthPels, page.scanLines, page.resolution]).toEqual([1686, 1078, 'standard']);
  expect(markedCorner(page)).toBe('top left');
});

it('sets a photo that lies on its side upright', () => {
  expect(makePage(sheet(6), options)).toEqual(makePage(sheet(1), options));
  expect(markedCorner(makePage(sheet(6), options))).toBe('top left');
});

it.each<[Turn, string]>([
  [90, 'top right'],
  [180, 'bottom right'],
  [270, 'bottom left'],
])('turns the page by %i° when the user asks', (rotation, corner) => {
  expect(markedCorner(makePage(sheet(6), { ...options, rotation }))).toBe(corner);
});

it('makes a thumbnail of the same page, small', () => {
  const { width, height, pixels } = makeThumbnail(sheet(6), { rotation: 180 });
  expect([width, height]).toEqual([150, 200]);
  const dark = pixels.findIndex((value) => value < 100);
  expect([Math.floor(dark / width) > 150, dark % width > 100]).toEqual([true, true]);
});

const onMiddleOfPage = {
  page: { widthPx: 595, heightPx: 842 },
  frame: { left: 0.25, top: 0.5, right: 0.75, bottom: 1 },
};

it('leaves a photograph where it lies on its page, unless it is cut out', () => {
  const printed = { ...sheet(1), on: onMiddleOfPage };
  const asItLies = firstBlack(makePage(printed, options));
  expect(asItLies.x).toBeCloseTo(0.29, 1);
  expect(asItLies.y).toBeCloseTo(0.52, 1);
  const corners = [
    { x: 0, y: 0 },
    { x: 0.9, y: 0 },
    { x: 0.9, y: 0.9 },
    { x: 0, y: 0.9 },
  ] as const;
  expect(makePage(printed, { ...options, corners })).toEqual(makePage(sheet(1), { ...options, corners }));
});

it('turns a photograph with the page on which it lies', () => {
  const page = makePage({ ...sheet(1), on: onMiddleOfPage }, { ...options, rotation: 180 });
  expect(firstBlack(page).y).toBeLessThan(0.5);
  const { pixels, width } = makeThumbnail({ ...sheet(1), on: onMiddleOfPage }, { rotation: 0 });
  expect(pixels.findIndex((value) => value < 128)).toBeGreaterThan(100 * width);
});

/** A black and white scan of letters, so many pixels an inch, with thin lines across, one below the other. */
function ruled(perInch: number, thickness: number, apart: number): DecodedPage {
  const [width, height] = [Math.round(8.2 * perInch), Math.round(11 * perInch)];
  const pixels = new Uint8Array(width * height).fill(255);
  for (let y = perInch; y < height - perInch; y++) {
    if ((y - perInch) % apart < thickness) pixels.fill(0, y * width + perInch, (y + 1) * width - perInch);
  }
  return {
    grey: { width, height, pixels },
    orientation: 1,
    nature: 'bilevel',
    pitch: { across: perInch, down: perInch },
  };
}

/** Scan lines with black in their middle where the one above has none. */
function linesOn({ t6, widthPels, scanLines }: FaxPage): number {
  const { rows } = decodeT6(t6, widthPels, scanLines);
  const stride = rowBytes(widthPels);
  const isBlack = (y: number): boolean => rows[y * stride + (stride >> 1)] !== 0;
  return Array.from({ length: scanLines }, (_, y) => y).filter((y) => isBlack(y) && (y === 0 || !isBlack(y - 1)))
    .length;
}

it.each(['auto', 'text'] as const)(
  'keeps every thin line of a black and white scan that is made coarser, by mode %s',
  (mode) => {
    const lines = Math.ceil((9 * 300) / 25);
    expect(linesOn(makePage(ruled(300, 2, 25), { ...options, mode }))).toBe(lines);
  },
);
