import type { GreyImage } from '../../grey';

/** Pels of a cell across. */
const CELL = 16;

/** Factors are multiplied as whole numbers of this many parts. */
const PARTS = 1 << 16;

/** The factors that make paper white, of one scan line, a cell each: interpolated between the centres of two rows of cells. */
function lineFactors({ width, height, pixels }: GreyImage, y: number, lines: number, into: Int32Array): void {
  const place = Math.min(Math.max(2 * y + 1 - lines, 0), (height - 1) * 2 * lines);
  const upper = Math.trunc(place / (2 * lines));
  const lower = Math.min(upper + 1, height - 1);
  const part = place - upper * 2 * lines;
  for (let column = 0; column < width; column++) {
    const above = (pixels[upper * width + column] ?? 255) * (2 * lines - part);
    const below = (pixels[lower * width + column] ?? 255) * part;
    into[column] = (255 * PARTS * 2 * lines) / Math.max(above + below, 1) + 0.5;
  }
}

/** Multiplies one scan line by its factors, interpolated between the cells' centres. */
function scaleLine(source: Uint8Array, target: Uint8Array, start: number, end: number, factors: Int32Array): void {
  const half = CELL / 2;
  let at = start;
  for (let column = -1; at < end; column++) {
    const left = factors[Math.max(column, 0)] ?? PARTS;
    const right = factors[Math.min(column + 1, factors.length - 1)] ?? PARTS;
    const step = Math.trunc((right - left) / CELL);
    const segmentEnd = Math.min(start + (column + 1) * CELL + half, end);
    let factor = left;
    for (; at < segmentEnd; at++) {
      const scaled = Math.imul(source[at] ?? 0, factor) >>> 16;
      target[at] = scaled > 255 ? 255 : scaled;
      factor = (factor + step) | 0;
    }
  }
}

/** See `Kernels.normalise`. */
export function normalise(page: GreyImage, paper: GreyImage, lines: number): GreyImage {
  const { width, height } = page;
  const pixels = new Uint8Array(page.pixels.length);
  const factors = new Int32Array(paper.width);
  for (let y = 0; y < height; y++) {
    lineFactors(paper, y, lines, factors);
    scaleLine(page.pixels, pixels, y * width, (y + 1) * width, factors);
  }
  return { width, height, pixels };
}
