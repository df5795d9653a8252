import type { GreyImage } from '../../grey';

/** Blocks of a cell, either way. */
export const BLOCKS_A_CELL = 4;

/** See `CellKernels.extremes`. */
export function extremes(blocks: GreyImage, keep: 'lightest' | 'darkest'): GreyImage {
  const width = Math.ceil(blocks.width / BLOCKS_A_CELL);
  const height = Math.ceil(blocks.height / BLOCKS_A_CELL);
  const flip = keep === 'lightest' ? 0 : 255;
  const pixels = new Uint8Array(width * height).fill(flip);
  for (let y = 0, at = 0; y < blocks.height; y++) {
    const row = Math.floor(y / BLOCKS_A_CELL) * width;
    for (let x = 0; x < blocks.width; x++, at++) {
      const cell = row + Math.floor(x / BLOCKS_A_CELL);
      const value = blocks.pixels[at] ?? 0;
      if ((value ^ flip) > ((pixels[cell] ?? 0) ^ flip)) pixels[cell] = value;
    }
  }
  return { width, height, pixels };
}
