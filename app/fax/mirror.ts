import type { GreyImage } from './grey';

/** The picture mirrored left to right. */
export function mirror({ width, height, pixels }: GreyImage): GreyImage {
  const mirrored = pixels.slice();
  for (let y = 0; y < height; y++) mirrored.subarray(y * width, (y + 1) * width).reverse();
  return { width, height, pixels: mirrored };
}
