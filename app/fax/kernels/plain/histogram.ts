import type { GreyImage } from '../../grey';

/** See `Kernels.histogram`. */
export function histogram({ pixels }: GreyImage): Uint32Array {
  const counts = new Uint32Array(256);
  for (let i = 0; i < pixels.length; i++) {
    const value = pixels[i] ?? 0;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}
