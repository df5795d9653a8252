import type { GreyImage } from '../../grey';
import { BLOCKS_A_CELL } from './extremes';

/** The means of a cell's blocks. */
export function blocksOf(blocks: GreyImage, columns: number, cell: number): number[] {
  const left = (cell % columns) * BLOCKS_A_CELL;
  const top = Math.floor(cell / columns) * BLOCKS_A_CELL;
  const right = Math.min(left + BLOCKS_A_CELL, blocks.width);
  const values: number[] = [];
  for (let y = top; y < Math.min(top + BLOCKS_A_CELL, blocks.height); y++) {
    for (let x = left; x < right; x++) values.push(blocks.pixels[y * blocks.width + x] ?? 0);
  }
  return values;
}
