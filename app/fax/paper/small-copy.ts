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

/** Brightness on a logarithmic scale, `OCTAVE` levels for twice as much: a step is the same in light and in shadow. */
export interface Levels {
  readonly width: number;
  readonly height: number;
  readonly levels: Int16Array;
}

const DARKEST = 12;
const OCTAVE = 256;

const logarithms = Int16Array.from({ length: 256 }, (_, value) =>
  Math.round(OCTAVE * Math.log2((value + DARKEST) / DARKEST)),
);

/** How many levels there are. */
export const LEVELS = (logarithms.at(-1) ?? 0) + 1;

/** The levels by which brightness differs that is so many times another. */
export const levelsOf = (times: number): number => OCTAVE * Math.log2(times);

/** Where the level of a point is; `null` outside of the picture. */
export function placeOf({ width, height }: Levels, x: number, y: number): number | null {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  return column < 0 || row < 0 || column >= width || row >= height ? null : row * width + column;
}

export function logarithmic({ width, height, pixels }: GreyImage): Levels {
  const levels = new Int16Array(pixels.length);
  for (let i = 0; i < pixels.length; i++) levels[i] = logarithms[pixels[i] ?? 0] ?? 0;
  return { width, height, levels };
}

/** The picture with its edge pixels repeated `by` times outwards. */
export function padded({ width, height, pixels }: GreyImage, by: number): GreyImage {
  const wide = width + 2 * by;
  const high = height + 2 * by;
  const target = new Uint8Array(wide * high);
  for (let y = 0; y < high; y++) {
    const row = Math.min(Math.max(y - by, 0), height - 1) * width;
    for (let x = 0; x < wide; x++) target[y * wide + x] = pixels[row + Math.min(Math.max(x - by, 0), width - 1)] ?? 0;
  }
  return { width: wide, height: high, pixels: target };
}

/** The picture without `by` pixels at each edge. */
export function unpadded(image: GreyImage, by: number): GreyImage {
  const width = image.width - 2 * by;
  const height = image.height - 2 * by;
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const start = (y + by) * image.width + by;
    pixels.set(image.pixels.subarray(start, start + width), y * width);
  }
  return { width, height, pixels };
}

/** Rows and columns exchanged. */
export function transposed({ width, height, levels }: Levels): Levels {
  const target = new Int16Array(levels.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) target[x * height + y] = levels[y * width + x] ?? 0;
  return { width: height, height: width, levels: target };
}
