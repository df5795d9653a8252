import type { CellKernels } from './cell-kernels';
import { BLOCKS_A_CELL } from './plain/extremes';
import { plainCellKernels } from './plain/plain-cell-kernels';
import type { Run } from './run';

/** What the compiled kernels of cells export; addresses and sizes are in bytes. */
export interface CellExports {
  extremes(blocks: number, width: number, height: number, darkest: number, target: number): void;
  soften(
    source: number,
    width: number,
    height: number,
    mayLighten: number,
    once: number,
    sums: number,
    target: number,
  ): void;
  mark(source: number, length: number, isBelow: number, level: number, target: number): void;
  regions(
    mask: number,
    columns: number,
    rows: number,
    value: number,
    seen: number,
    target: number,
    ends: number,
  ): number;
  texture(
    lightest: number,
    columns: number,
    rows: number,
    blocks: number,
    width: number,
    height: number,
    region: number,
    count: number,
    tolerance: number,
    counts: number,
    target: number,
  ): void;
}

/** The kernels of cells in WebAssembly. */
export const wasmCellKernels = (calls: () => CellExports, run: Run): CellKernels => ({
  extremes(blocks, keep) {
    const [width, height] = [Math.ceil(blocks.width / BLOCKS_A_CELL), Math.ceil(blocks.height / BLOCKS_A_CELL)];
    const pixels = run([blocks.pixels], width * height, [], ([from = 0], to) =>
      calls().extremes(from, blocks.width, blocks.height, keep === 'darkest' ? 1 : 0, to),
    );
    return pixels === null ? plainCellKernels.extremes(blocks, keep) : { width, height, pixels };
  },

  soften(image, mayLighten) {
    const { width, height } = image;
    const rooms = [width * height, 2 * width + 4];
    const pixels = run([image.pixels], width * height, rooms, ([from = 0], to, [once = 0, sums = 0]) =>
      calls().soften(from, width, height, mayLighten ? 1 : 0, once, sums, to),
    );
    return pixels === null ? plainCellKernels.soften(image, mayLighten) : { width, height, pixels };
  },

  mark(image, where, level) {
    const least = Math.ceil(level);
    if (least < 0 || least > 255) return plainCellKernels.mark(image, where, level);
    const { length } = image.pixels;
    const pixels = run([image.pixels], length, [], ([from = 0], to) =>
      calls().mark(from, length, where === 'below' ? 1 : 0, least, to),
    );
    return pixels === null ? plainCellKernels.mark(image, where, level) : { ...image, pixels };
  },

  regions(mask, value) {
    const { columns, rows, cells } = mask;
    let count = 0;
    const made = run([cells], 8 * cells.length, [cells.length], ([from = 0], to, [seen = 0]) => {
      count = calls().regions(from, columns, rows, value, seen, to + 4 * cells.length, to);
    });
    if (made === null) return plainCellKernels.regions(mask, value);
    const numbers = new Int32Array(made.buffer, made.byteOffset, 2 * cells.length);
    return Array.from({ length: count }, (_, i) =>
      numbers.subarray(cells.length + (i > 0 ? (numbers[i - 1] ?? 0) : 0), cells.length + (numbers[i] ?? 0)),
    );
  },

  texture(blocks, lightest, region, tolerance) {
    const { width, height } = lightest;
    const inputs = [lightest.pixels, blocks.pixels, region];
    const made = run(inputs, 16, [4 * 1021], ([cells = 0, from = 0, at = 0], to, [counts = 0]) =>
      calls().texture(
        cells,
        width,
        height,
        from,
        blocks.width,
        blocks.height,
        at,
        region.length,
        tolerance,
        counts,
        to,
      ),
    );
    if (made === null) return plainCellKernels.texture(blocks, lightest, region, tolerance);
    const [restlessness = 0, evenPart = 0] = new Float64Array(made.buffer, made.byteOffset, 2);
    return { restlessness, evenPart };
  },
});
