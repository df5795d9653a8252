import { rowBytes } from '../bitmap';
import type { BitmapKernels } from './bitmap-kernels';
import { plainBitmapKernels } from './plain/plain-bitmap-kernels';
import type { Run } from './run';

/** What the compiled kernels of bitmaps export; addresses and sizes are in bytes. */
export interface BitmapExports {
  blackPels(rows: number, bytes: number): number;
  letterHeights(
    rows: number,
    stride: number,
    lines: number,
    band: number,
    least: number,
    largest: number,
    fewest: number,
    most: number,
    runs: number,
    shapes: number,
    counts: number,
    target: number,
  ): void;
  loneSpecks(
    rows: number,
    width: number,
    lines: number,
    largest: number,
    across: number,
    down: number,
    target: number,
  ): number;
  cleanEdges(rows: number, width: number, lines: number, across: number, down: number, target: number): void;
  putOnPage(
    small: number,
    smallStride: number,
    smallLines: number,
    left: number,
    top: number,
    stride: number,
    lines: number,
    target: number,
  ): void;
}

/** Bytes of a black run and of a shape while shapes are looked for. */
const RUN_BYTES = 12;
const SHAPE_BYTES = 20;

/** The kernels of bitmaps in WebAssembly. */
export const wasmBitmapKernels = (calls: () => BitmapExports, run: Run): BitmapKernels => ({
  blackPels(bitmap, lines) {
    let black = 0;
    const bytes = rowBytes(bitmap.widthPels) * lines;
    const made = run([bitmap.rows], 0, [], ([rows = 0]) => {
      black = calls().blackPels(rows, bytes);
    });
    return made === null ? plainBitmapKernels.blackPels(bitmap, lines) : black;
  },

  letterHeights(bitmap, letters) {
    const { scanLines, rows } = bitmap;
    const { bandLines, leastLines, largest, fewest, most } = letters;
    const stride = rowBytes(bitmap.widthPels);
    const runs = 4 * stride + 4;
    const rooms = [2 * runs * RUN_BYTES, runs * Math.min(bandLines, scanLines) * SHAPE_BYTES, 4 * (largest + 1)];
    const made = run([rows], Math.ceil(scanLines / bandLines), rooms, ([from = 0], to, [a = 0, b = 0, c = 0]) =>
      calls().letterHeights(from, stride, scanLines, bandLines, leastLines, largest, fewest, most, a, b, c, to),
    );
    return made ?? plainBitmapKernels.letterHeights(bitmap, letters);
  },

  loneSpecks(bitmap, specks) {
    const { widthPels, scanLines, rows } = bitmap;
    const { largest, across, down } = specks;
    // Two specks so near see each other, and no more black than one may have.
    const most = largest * Math.ceil(widthPels / (across + 1)) * Math.ceil(scanLines / (down + 1));
    let count = 0;
    const made = run([rows], 8 * most, [], ([from = 0], to) => {
      count = calls().loneSpecks(from, widthPels, scanLines, largest, across, down, to);
    });
    return made === null
      ? plainBitmapKernels.loneSpecks(bitmap, specks)
      : new Int32Array(made.slice(0, 8 * count).buffer);
  },

  cleanEdges(bitmap, across, down) {
    const { widthPels, scanLines, rows } = bitmap;
    const clean = run([rows], rows.length, [], ([from = 0], to) =>
      calls().cleanEdges(from, widthPels, scanLines, across, down, to),
    );
    return clean === null ? plainBitmapKernels.cleanEdges(bitmap, across, down) : { ...bitmap, rows: clean };
  },

  putOnPage(small, left, top, widthPels, scanLines) {
    const stride = rowBytes(widthPels);
    const rows = run([small.rows], stride * scanLines, [], ([from = 0], to) =>
      calls().putOnPage(from, rowBytes(small.widthPels), small.scanLines, left, top, stride, scanLines, to),
    );
    if (rows === null) return plainBitmapKernels.putOnPage(small, left, top, widthPels, scanLines);
    return { widthPels, scanLines, rows };
  },
});
