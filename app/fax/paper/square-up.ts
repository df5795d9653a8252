import type { GreyImage } from '../grey';
import { inverse, rectangleOnto, type Homography } from './homography';
import type { Quad } from './quad';

/** What lies outside the picture is paper. */
const OUTSIDE = 255;

/** Sums of a row's pixels from its start, so that the mean between any two places takes two look-ups. */
function sumRow({ width, pixels }: GreyImage, y: number, sums: Int32Array): void {
  let sum = 0;
  const row = y * width;
  for (let x = 0; x < width; x++) {
    sums[x] = sum;
    sum += pixels[row + x] ?? 0;
  }
  sums[width] = sum;
  sums[width + 1] = sum;
}

/** Where each boundary between target columns lies in source row `v`: u = (x (f7 v + f8) − f1 v − f2) / (f0 − f6 x). */
function boundariesOf(forward: Homography, v: number, inverses: Float64Array, into: Float64Array): void {
  const across = forward[7] * v + forward[8];
  const origin = forward[1] * v + forward[2];
  for (let x = 0; x < into.length; x++) into[x] = (x * across - origin) * (inverses[x] ?? 0);
}

/** Resizes one source row across: each target pixel is the mean of what it covers, at least one pixel wide. */
function acrossRow(sums: Int32Array, boundaries: Float64Array, width: number, into: Uint8Array, start: number): void {
  const columns = boundaries.length - 1;
  for (let x = 0; x < columns; x++) {
    const left = boundaries[x] ?? 0;
    const right = boundaries[x + 1] ?? 0;
    const spare = right - left < 1 ? (1 - right + left) / 2 : 0;
    const from = left - spare;
    const to = right + spare;
    if (from < 0 || to > width) {
      into[start + x] = meanAtEdge(sums, from, to, width);
      continue;
    }
    const a = from | 0;
    const b = to | 0;
    const sumA = sums[a] ?? 0;
    const sumB = sums[b] ?? 0;
    const upTo = sumB + (to - b) * ((sums[b + 1] ?? 0) - sumB);
    const before = sumA + (from - a) * ((sums[a + 1] ?? 0) - sumA);
    into[start + x] = (upTo - before) / (to - from) + 0.5;
  }
}

const sumUpTo = (sums: Int32Array, at: number): number => {
  const index = Math.floor(at);
  const sum = sums[index] ?? 0;
  return sum + (at - index) * ((sums[index + 1] ?? sum) - sum);
};

/** The mean of the part of an interval that lies in the picture; wholly outside is paper. */
function meanAtEdge(sums: Int32Array, from: number, to: number, width: number): number {
  const start = Math.max(from, 0);
  const end = Math.min(to, width);
  return end - start < 1e-3 ? OUTSIDE : (sumUpTo(sums, end) - sumUpTo(sums, start)) / (end - start) + 0.5;
}

/** The first pass: every source row that is needed, resized across to the target's columns. */
function squareAcross(source: GreyImage, quad: Quad, onto: Homography, width: number): GreyImage {
  const forward = inverse(onto);
  const inverses = Float64Array.from({ length: width + 1 }, (_, x) => 1 / (forward[0] - forward[6] * x));
  const boundaries = new Float64Array(width + 1);
  const sums = new Int32Array(source.width + 2);
  const pixels = new Uint8Array(width * source.height);
  const rows = quad.map(({ y }) => y);
  const last = Math.min(Math.max(...rows) + 2, source.height);
  for (let v = Math.max(Math.floor(Math.min(...rows)) - 2, 0); v < last; v++) {
    sumRow(source, v, sums);
    boundariesOf(forward, v + 0.5, inverses, boundaries);
    acrossRow(sums, boundaries, source.width, pixels, v * width);
  }
  return { width, height: source.height, pixels };
}

/** Where target row `y`'s upper boundary lies in each column of the source. */
function rowBoundary(m: Homography, y: number, into: Float64Array): void {
  const fromY = m[4] * y + m[5];
  const wFromY = m[7] * y + m[8];
  for (let x = 0; x < into.length; x++) {
    const across = x + 0.5;
    into[x] = (m[3] * across + fromY) / (m[6] * across + wFromY);
  }
}

/** The mean of a column between two places, at least one pixel apart. */
function meanDown({ width, height, pixels }: GreyImage, x: number, upper: number, lower: number): number {
  const spare = lower - upper < 1 ? (1 - lower + upper) / 2 : 0;
  const from = Math.max(upper - spare, 0);
  const to = Math.min(lower + spare, height);
  if (to - from < 1e-3) return OUTSIDE;
  const first = from | 0;
  const last = Math.min(to | 0, height - 1);
  let at = first * width + x;
  if (first === last) return pixels[at] ?? 0;
  let sum = (first + 1 - from) * (pixels[at] ?? 0);
  for (let row = first + 1; row < last; row++) sum += pixels[(at += width)] ?? 0;
  sum += (to - last) * (pixels[at + width] ?? 0);
  return sum / (to - from) + 0.5;
}

/** The second pass: columns resized down. */
function squareDown(across: GreyImage, onto: Homography, height: number): GreyImage {
  const { width } = across;
  const pixels = new Uint8Array(width * height);
  let upper = new Float64Array(width);
  let lower = new Float64Array(width);
  rowBoundary(onto, 0, upper);
  for (let y = 0, at = 0; y < height; y++) {
    rowBoundary(onto, y + 1, lower);
    for (let x = 0; x < width; x++, at++) pixels[at] = meanDown(across, x, upper[x] ?? 0, lower[x] ?? 0);
    [upper, lower] = [lower, upper];
  }
  return { width, height, pixels };
}

/**
 * The part of a picture within `quad` as a `width` × `height` rectangle seen from straight above, resampled once: in two
 * passes, across and then down, each pixel the mean of what it covers (E. Catmull, A. R. Smith, "3-D transformations of images in
 * scanline order", 1980). Corners may lie outside the picture, where it is white. The quad lies roughly upright.
 */
export function squareUp(source: GreyImage, quad: Quad, width: number, height: number): GreyImage {
  const onto = rectangleOnto(quad, width, height);
  return squareDown(squareAcross(source, quad, onto, width), onto, height);
}
