import type { GreyImage } from '../../grey';

/** Pixels of a block across. */
const BLOCK = 4;

function addRow({ width, pixels }: GreyImage, y: number, sums: Uint32Array): void {
  const end = (y + 1) * width;
  let column = 0;
  for (let at = y * width; at < end; column++) {
    const blockEnd = Math.min(at + BLOCK, end);
    let sum = 0;
    for (; at < blockEnd; at++) sum += pixels[at] ?? 0;
    sums[column] = (sums[column] ?? 0) + sum;
  }
}

/** See `Kernels.means`. */
export function means(image: GreyImage, lines: 2 | 4): GreyImage {
  const width = Math.ceil(image.width / BLOCK);
  const height = Math.ceil(image.height / lines);
  const pixels = new Uint8Array(width * height);
  const sums = new Uint32Array(width);
  for (let row = 0; row < height; row++) {
    const endY = Math.min((row + 1) * lines, image.height);
    sums.fill(0);
    for (let y = row * lines; y < endY; y++) addRow(image, y, sums);
    const down = endY - row * lines;
    for (let column = 0; column < width; column++) {
      const across = Math.min((column + 1) * BLOCK, image.width) - column * BLOCK;
      pixels[row * width + column] = (sums[column] ?? 0) / (across * down);
    }
  }
  return { width, height, pixels };
}
