import type { GreyImage } from '../grey';

/** The mean of each block of `blockWidth` × `blockHeight` pixels; blocks at the right and lower edge may be cut. */
export function shrink(image: GreyImage, blockWidth: number, blockHeight: number): GreyImage {
  const width = Math.ceil(image.width / blockWidth);
  const height = Math.ceil(image.height / blockHeight);
  const pixels = new Uint8Array(width * height);
  const sums = new Uint32Array(width);
  for (let row = 0; row < height; row++) {
    const endY = Math.min((row + 1) * blockHeight, image.height);
    sums.fill(0);
    for (let y = row * blockHeight; y < endY; y++) addRow(image, y, blockWidth, sums);
    const lines = endY - row * blockHeight;
    for (let column = 0; column < width; column++) {
      const across = Math.min((column + 1) * blockWidth, image.width) - column * blockWidth;
      pixels[row * width + column] = (sums[column] ?? 0) / (across * lines);
    }
  }
  return { width, height, pixels };
}

function addRow({ width, pixels }: GreyImage, y: number, blockWidth: number, sums: Uint32Array): void {
  const end = (y + 1) * width;
  let column = 0;
  for (let at = y * width; at < end; column++) {
    const blockEnd = Math.min(at + blockWidth, end);
    let sum = 0;
    for (; at < blockEnd; at++) sum += pixels[at] ?? 0;
    sums[column] = (sums[column] ?? 0) + sum;
  }
}
