import { describe, expect, it } from 'vitest';
import { blankBitmap, paintRun, rowBytes, type FaxBitmap } from '../bitmap';
import { pageGeometry } from '../geometry';
import { placeBelowHeader } from '../header-strip';
import type { Resolution } from '../profile';
import { squash } from '../squash';
import { uploadBytes } from '../upload-size';
import { warningsOf } from './page-warnings';

function page(
  resolution: Resolution,
  paint: (box: (x: number, y: number, w: number, h: number) => void) => void,
): FaxBitmap {
  const { widthPels, scanLines } = pageGeometry(resolution);
  const bitmap = blankBitmap(widthPels, scanLines);
  paint((x, y, w, h) => {
    for (let row = y; row < y + h; row++) paintRun(bitmap.rows, row * rowBytes(widthPels), x, x + w);
  });
  return bitmap;
}

/** Ten lines of letters so many scan lines high. */
const print = (resolution: Resolution, height: number): FaxBitmap =>
  page(resolution, (box) => {
    for (let line = 0; line < 10; line++)
      for (let i = 0; i < 80; i++) box(100 + i * 15, 200 + line * 2 * height, 9, height);
  });

describe('the warnings of a page', () => {
  it.each<[Resolution, number, boolean]>([
    ['fine', 7, true],
    ['fine', 12, false],
    ['standard', 4, true],
    ['standard', 6, false],
  ])('at %s, print %i lines high: too small %s', (resolution, height, small) => {
    expect(warningsOf(print(resolution, height), resolution, 'auto')).toEqual(small ? ['smallPrint'] : []);
  });

  it('say nothing of small dots in a photo', () => {
    expect(warningsOf(print('fine', 6), 'fine', 'photo')).toEqual([]);
  });

  it('tell nearly black and nearly empty pages', () => {
    const black = page('fine', (box) => box(0, 40, 1686, 1500));
    expect(warningsOf(black, 'fine', 'text')).toEqual(['nearlyBlack']);
    expect(
      warningsOf(
        page('standard', () => undefined),
        'standard',
        'auto',
      ),
    ).toEqual(['nearlyEmpty']);
    expect(
      warningsOf(
        page('fine', (box) => box(300, 300, 5, 5)),
        'fine',
        'auto',
      ),
    ).toEqual(['nearlyEmpty']);
  });

  it('tell what lies where the receiver prints its header line', () => {
    const headed = (top: number): FaxBitmap => page('fine', (box) => box(300, top, 400, 10));
    expect(warningsOf(headed(20), 'fine', 'auto')).toEqual(['underHeader']);
    expect(warningsOf(headed(32), 'fine', 'auto')).toEqual([]);
  });
});

it('a page below the header line is whole and leaves its strip free', () => {
  for (const resolution of ['fine', 'standard'] as const) {
    const geometry = pageGeometry(resolution);
    const at = placeBelowHeader({ widthPx: 2100, heightPx: 2970 }, geometry, 0);
    expect(at.top).toBeGreaterThanOrEqual(resolution === 'fine' ? 32 : 16);
    expect(at.top + at.scanLines).toBeLessThanOrEqual(geometry.scanLines);
  }
});

it('a squashed page has half the rows, black where either was', () => {
  const rows = Uint8Array.of(0b1000_0000, 0b0000_0001, 0b0100_0000, 0, 0b0010_0000);
  expect(squash({ widthPels: 8, scanLines: 5, rows })).toEqual({
    widthPels: 8,
    scanLines: 3,
    rows: Uint8Array.of(0b1000_0001, 0b0100_0000, 0b0010_0000),
  });
});

it('an upload is a third larger than the pages, and a little', () => {
  expect(uploadBytes([60_000]) / 60_000).toBeGreaterThan(1.4);
  expect(uploadBytes([60_000]) / 60_000).toBeLessThan(1.5);
});
