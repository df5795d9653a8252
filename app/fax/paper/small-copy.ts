import type { GreyImage } from '../grey';
import type { Kernels } from '../kernels/kernels';

/** A picture made small to be looked at, `scale` times smaller than its original. */
export interface SmallCopy {
  readonly image: GreyImage;
  readonly scale: number;
}

/** Rows looked at in each block: enough to average noise away, and a fraction of the reading. */
const ROWS_A_BLOCK = 3;

/** A copy at most `longest` pixels long, each the mean of a square block of the original. What is left over at the far edges is dropped. */
export function smallCopy(original: GreyImage, longest: number, kernels: Kernels): SmallCopy {
  const scale = Math.max(1, Math.ceil(Math.max(original.width, original.height) / longest));
  return { image: kernels.coarse(original, scale, Math.min(ROWS_A_BLOCK, scale)), scale };
}

/** The picture with its edge pixels repeated `by` times outwards. */
export function padded({ width, height, pixels }: GreyImage, by: number, kernels: Kernels): GreyImage {
  const wide = width + 2 * by;
  const high = height + 2 * by;
  const target = kernels.room(wide * high);
  for (let y = 0, start = 0; y < high; y++, start += wide) {
    const from = Math.min(Math.max(y - by, 0), height - 1) * width;
    const row = pixels.subarray(from, from + width);
    target.fill(row[0] ?? 0, start, start + by);
    target.set(row, start + by);
    target.fill(row[width - 1] ?? 0, start + by + width, start + wide);
  }
  return { width: wide, height: high, pixels: target };
}

/** The picture without `by` pixels at each edge. */
export function unpadded(image: GreyImage, by: number, kernels: Kernels): GreyImage {
  const width = image.width - 2 * by;
  const height = image.height - 2 * by;
  const pixels = kernels.room(width * height);
  for (let y = 0; y < height; y++) {
    const start = (y + by) * image.width + by;
    pixels.set(image.pixels.subarray(start, start + width), y * width);
  }
  return { width, height, pixels };
}
