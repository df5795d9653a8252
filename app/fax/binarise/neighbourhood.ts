import type { GreyImage } from '../grey';
import type { Kernels } from '../kernels/kernels';

/** Removes dark things narrower than twice the radius, and leaves edges of larger ones where they are. */
export const close = (image: GreyImage, radius: number, kernels: Kernels): GreyImage =>
  kernels.fold(kernels.fold(image, radius, 'lightest'), radius, 'darkest');

/** Removes light things narrower than twice the radius, and leaves edges of larger ones where they are. */
export const open = (image: GreyImage, radius: number, kernels: Kernels): GreyImage =>
  kernels.fold(kernels.fold(image, radius, 'darkest'), radius, 'lightest');

/** Each pixel becomes the mean of the 3 × 3 around it. */
export function soften({ width, height, pixels }: GreyImage): GreyImage {
  const softened = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      let count = 0;
      for (let v = Math.max(y - 1, 0); v <= Math.min(y + 1, height - 1); v++) {
        for (let u = Math.max(x - 1, 0); u <= Math.min(x + 1, width - 1); u++) {
          sum += pixels[v * width + u] ?? 0;
          count++;
        }
      }
      softened[y * width + x] = Math.round(sum / count);
    }
  }
  return { width, height, pixels: softened };
}
