import type { GreyImage } from '../grey';
import type { Resolution } from '../profile';
import { CELL_PELS, cellLines } from './paper';

/** The factors that make paper white, of one scan line, a cell each: interpolated between the centres of two rows of cells. */
function lineFactors(paper: GreyImage, y: number, lines: number, into: Float32Array): void {
  const at = Math.min(Math.max((y + 0.5) / lines - 0.5, 0), paper.height - 1);
  const upper = Math.min(Math.floor(at), Math.max(paper.height - 2, 0));
  const lower = Math.min(upper + 1, paper.height - 1);
  const part = at - upper;
  for (let column = 0; column < paper.width; column++) {
    const above = paper.pixels[upper * paper.width + column] ?? 255;
    const below = paper.pixels[lower * paper.width + column] ?? 255;
    into[column] = 255 / (above + (below - above) * part);
  }
}

/** Factors are multiplied as whole numbers of this many parts. */
const PARTS = 1 << 16;

/** Multiplies one scan line by its factors, interpolated between the cells' centres. */
function scaleLine(source: Uint8Array, target: Uint8Array, start: number, end: number, factors: Float32Array): void {
  const half = CELL_PELS / 2;
  let at = start;
  for (let column = -1; at < end; column++) {
    const left = Math.round((factors[Math.max(column, 0)] ?? 1) * PARTS);
    const right = Math.round((factors[Math.min(column + 1, factors.length - 1)] ?? 1) * PARTS);
    const step = Math.trunc((right - left) / CELL_PELS);
    const segmentEnd = Math.min(start + (column + 1) * CELL_PELS + half, end);
    let factor = left;
    for (; at < segmentEnd; at++) {
      const scaled = Math.imul(source[at] ?? 0, factor) >>> 16;
      target[at] = scaled > 255 ? 255 : scaled;
      factor = (factor + step) | 0;
    }
  }
}

/** Divides the paper's brightness away: paper becomes 255 everywhere, ink keeps its part of it. */
export function normalise(page: GreyImage, paper: GreyImage, resolution: Resolution): GreyImage {
  const { width, height } = page;
  const pixels = new Uint8Array(page.pixels.length);
  const factors = new Float32Array(paper.width);
  for (let y = 0; y < height; y++) {
    lineFactors(paper, y, cellLines(resolution), factors);
    scaleLine(page.pixels, pixels, y * width, (y + 1) * width, factors);
  }
  return { width, height, pixels };
}
