import { axisTaps, type AxisTaps } from './axis-taps';
import type { GreyImage } from './grey';

/** Most photos shrink by less than three: three taps in one pass are twice as fast as three passes. */
const UNROLLED = 3;

/** The first three of the rows that make a target row; there are always three to read, the last ones maybe of weight 0. */
function blendThree(source: GreyImage, firstRow: number, weights: Float32Array, w: number, into: Float32Array): void {
  const { width, pixels } = source;
  const a = weights[w] ?? 0;
  const b = weights[w + 1] ?? 0;
  const c = weights[w + 2] ?? 0;
  const first = firstRow * width;
  const second = first + width;
  const third = second + width;
  for (let x = 0; x < width; x++) {
    into[x] = a * (pixels[first + x] ?? 0) + b * (pixels[second + x] ?? 0) + c * (pixels[third + x] ?? 0);
  }
}

/** The weighted sum of source rows that makes target row `y`, before it is resized across. */
function blendRows(source: GreyImage, taps: AxisTaps, y: number, into: Float32Array): void {
  const { width, pixels } = source;
  const firstRow = taps.first[y] ?? 0;
  blendThree(source, firstRow, taps.weights, y * taps.count, into);
  for (let k = UNROLLED; k < taps.count; k++) {
    const weight = taps.weights[y * taps.count + k] ?? 0;
    const row = (firstRow + k) * width;
    for (let x = 0; x < width; x++) into[x] = (into[x] ?? 0) + weight * (pixels[row + x] ?? 0);
  }
}

/** Resizes a blended row across, to bytes, where three taps suffice. */
function blendAcrossThree(row: Float32Array, { first, weights }: AxisTaps, into: Uint8Array, start: number): void {
  const width = first.length;
  for (let x = 0, w = 0; x < width; x++, w += UNROLLED) {
    const from = first[x] ?? 0;
    into[start + x] =
      0.5 +
      (weights[w] ?? 0) * (row[from] ?? 0) +
      (weights[w + 1] ?? 0) * (row[from + 1] ?? 0) +
      (weights[w + 2] ?? 0) * (row[from + 2] ?? 0);
  }
}

/** Resizes a blended row across, to bytes. */
function blendAcross(row: Float32Array, { count, first, weights }: AxisTaps, into: Uint8Array, start: number): void {
  const width = first.length;
  for (let x = 0, w = 0; x < width; x++, w += count) {
    const from = first[x] ?? 0;
    let sum = 0.5;
    for (let k = 0; k < count; k++) sum += (weights[w + k] ?? 0) * (row[from + k] ?? 0);
    into[start + x] = sum;
  }
}

/** A picture of at least three rows and columns: the last ones repeated, to be read with weight 0. */
function atLeastThree(source: GreyImage): GreyImage {
  const { width, height, pixels } = source;
  if (width >= UNROLLED && height >= UNROLLED) return source;
  const wide = Math.max(width, UNROLLED);
  const high = Math.max(height, UNROLLED);
  const padded = new Uint8Array(wide * high);
  for (let y = 0; y < height; y++) padded.set(pixels.subarray(y * width, (y + 1) * width), y * wide);
  return { width: wide, height: high, pixels: padded };
}

/** Resizes a grey picture: by area averaging where it shrinks, by linear interpolation where it grows. */
export function resize(source: GreyImage, width: number, height: number): GreyImage {
  if (source.width === width && source.height === height) return source;
  const across = axisTaps(source.width, width, UNROLLED);
  const down = axisTaps(source.height, height, UNROLLED);
  const readable = atLeastThree(source);
  const row = new Float32Array(readable.width);
  const pixels = new Uint8Array(width * height);
  const acrossRow = across.count === UNROLLED ? blendAcrossThree : blendAcross;
  for (let y = 0; y < height; y++) {
    blendRows(readable, down, y, row);
    acrossRow(row, across, pixels, y * width);
  }
  return { width, height, pixels };
}
