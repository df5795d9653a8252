import type { GreyImage } from '../../grey';
import type { Texture } from '../cell-kernels';
import { BLOCKS_A_CELL } from './extremes';

const clamp = (value: number, last: number): number => Math.min(Math.max(value, 0), last);

/** How much a cell differs from the mean of its four neighbours. */
function restlessness({ width, height, pixels }: GreyImage, cell: number): number {
  const x = cell % width;
  const y = Math.floor(cell / width);
  const at = (column: number, row: number): number =>
    pixels[clamp(row, height - 1) * width + clamp(column, width - 1)] ?? 0;
  return Math.abs((at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1)) / 4 - at(x, y));
}

/** The means of a cell's blocks. */
function blocksOf(blocks: GreyImage, columns: number, cell: number): number[] {
  const left = (cell % columns) * BLOCKS_A_CELL;
  const top = Math.floor(cell / columns) * BLOCKS_A_CELL;
  const right = Math.min(left + BLOCKS_A_CELL, blocks.width);
  const values: number[] = [];
  for (let y = top; y < Math.min(top + BLOCKS_A_CELL, blocks.height); y++) {
    for (let x = left; x < right; x++) values.push(blocks.pixels[y * blocks.width + x] ?? 0);
  }
  return values;
}

/** The part of a cell's blocks that are as light as its lightest, within `tolerance`. */
function evenPart(blocks: GreyImage, lightest: GreyImage, cell: number, tolerance: number): number {
  const least = (lightest.pixels[cell] ?? 0) - tolerance;
  const values = blocksOf(blocks, lightest.width, cell);
  return values.filter((value) => value > least).length / values.length;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** See `CellKernels.texture`. */
export function texture(blocks: GreyImage, lightest: GreyImage, region: Int32Array, tolerance: number): Texture {
  const cells = Array.from(region);
  return {
    restlessness: median(cells.map((cell) => restlessness(lightest, cell))),
    evenPart: mean(cells.map((cell) => evenPart(blocks, lightest, cell, tolerance))),
  };
}
