import type { GreyImage } from '../../grey';

/** See `Kernels.histogram`. */
export function histogram({ width, height, pixels }: GreyImage, everyRow = 1): Uint32Array {
  const counts = new Uint32Array(256);
  for (let y = 0; y < height; y += everyRow) {
    for (let at = y * width; at < (y + 1) * width; at++) {
      const value = pixels[at] ?? 0;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  return counts;
}
