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
});
