import type { GreyImage } from '../../grey';
import { type Kernels, KNOT_COLUMNS, knotsOf, ROW_PARTS, type Sweep } from '../kernels';

/** More rows than this under one block are looked at column by column. */
const MOST_ROWS = 1000;

/** Pixels up to this tall, in parts of a row, are reckoned in 16 bits, taller ones in 32. */
const NEAR = 4 * ROW_PARTS;
/** More rows than this under one block don't go into 16 bits. */
const MOST_NEAR_ROWS = 60;

/** Where a target pixel's edges lie is told in this many parts of it, twice as many as its sums are of. */
const FINE = 512;

/** Where the pixels of one target row lie in the source, in one block of columns; sizes and places in 4096ths of a row. */
interface Block {
  /** Where the first column's pixel begins, and the next block's. */
  readonly from0: number;
  readonly from1: number;
  readonly size: number;
  /** Source rows under any of its columns. */
  readonly first: number;
  readonly count: number;
}

function blockOf(positions: Int32Array, upper: number, lower: number): Block {
  const upper0 = positions[upper] ?? 0;
  const upper1 = positions[upper + 1] ?? 0;
  const lower0 = positions[lower] ?? 0;
  const lower1 = positions[lower + 1] ?? 0;
  const size = Math.max(Math.abs((lower0 - upper0 + lower1 - upper1) >> 1), ROW_PARTS);
  const from0 = ((upper0 + lower0) >> 1) - (size >> 1);
  const from1 = ((upper1 + lower1) >> 1) - (size >> 1);
  const first = Math.floor(Math.min(from0, from1) / ROW_PARTS);
  const count = Math.ceil((Math.max(from0, from1) + size) / ROW_PARTS) - first;
  return { from0, from1, size, first, count };
}

/** Writes `lanes` pixels, each `step` bytes after the one before. */
type Target = { readonly pixels: Uint8Array; readonly step: number };

function sweepNear(source: GreyImage, x: number, block: Block, target: Target, at: number, lanes: number): void {
  const { width, pixels } = source;
  const { from0, from1, size, first, count } = block;
  const factor = Math.trunc(2 ** 26 / size);
  const t0 = Math.floor(((from0 - first * ROW_PARTS) * factor) / 512) + 128;
  const t1 = Math.floor(((from1 - first * ROW_PARTS) * factor) / 512) + 128;
  const step = (t1 - t0) >> 5;
  for (let lane = 0; lane < lanes; lane++) {
    const offset = (t0 + lane * step) >> 8;
    let sum = 128;
    let before = 0;
    let edge = factor + 16;
    let from = first * width + x + lane;
    for (let row = 1; row < count && before < 256; row++) {
      const above = (edge >> 5) - offset;
      const part = above < 0 ? 0 : above > FINE ? 256 : (above + 1) >> 1;
      sum += (pixels[from] ?? 0) * (part - before);
      before = part;
      edge += factor;
      from += width;
    }
    target.pixels[at + lane * target.step] = (sum + (pixels[from] ?? 0) * (256 - before)) >> 8;
  }
}

function sweepFar(source: GreyImage, x: number, block: Block, target: Target, at: number, lanes: number): void {
  const { width, pixels } = source;
  const { from0, from1, size, first, count } = block;
  const factor = Math.trunc(2 ** 28 / size);
  const t0 = Math.floor(((from0 - first * ROW_PARTS) * factor) / ROW_PARTS);
  const t1 = Math.floor(((from1 - first * ROW_PARTS) * factor) / ROW_PARTS);
  const step = (t1 - t0) >> 5;
  for (let lane = 0; lane < lanes; lane++) {
    const offset = t0 + lane * step;
    let sum = 32_768;
    let before = 0;
    let edge = factor;
    let from = first * width + x + lane;
    for (let row = 1; row < count; row++) {
      const part = Math.min(Math.max(edge - offset, 0), 65_536);
      sum += (pixels[from] ?? 0) * (part - before);
      before = part;
      edge += factor;
      from += width;
    }
    target.pixels[at + lane * target.step] = (sum + (pixels[from] ?? 0) * (65_536 - before)) >> 16;
  }
}

function pixelAtEdge({ width, height, pixels }: GreyImage, x: number, from: number, size: number): number {
  if (from + size <= 0 || from >= height * ROW_PARTS) return 255;
  const first = Math.floor(from / ROW_PARTS);
  const count = Math.ceil((from + size) / ROW_PARTS) - first;
  const factor = Math.trunc(2 ** 28 / size);
  const offset = Math.floor(((from - first * ROW_PARTS) * factor) / ROW_PARTS);
  let sum = 32_768;
  let before = 0;
  let edge = factor;
  for (let row = 0; row < count; row++) {
    const part = row === count - 1 ? 65_536 : Math.min(Math.max(edge - offset, 0), 65_536);
    const place = Math.min(Math.max(first + row, 0), height - 1);
    sum += (pixels[place * width + x] ?? 0) * (part - before);
    before = part;
    edge += factor;
  }
  return sum >> 16;
}

function sweepAtEdge(source: GreyImage, x: number, block: Block, target: Target, at: number, lanes: number): void {
  const { from0, from1, size } = block;
  for (let lane = 0; lane < lanes; lane++) {
    const from = from0 + Math.floor(((from1 - from0) * lane) / KNOT_COLUMNS);
    target.pixels[at + lane * target.step] = pixelAtEdge(source, x + lane, from, size);
  }
}

function howToSweep({ size, first, count }: Block, height: number): typeof sweepNear {
  if (first < 0 || first + count > height || count > MOST_ROWS) return sweepAtEdge;
  if (size > NEAR) return sweepFar;
  return count <= MOST_NEAR_ROWS ? sweepNear : sweepAtEdge;
}

/** Down the columns from `left` on; rows become columns where the target is `transposed`. */
function sweepDown(
  source: GreyImage,
  left: number,
  { columns, rows, positions }: Sweep,
  transposed: boolean,
): GreyImage {
  const pixels = new Uint8Array(columns * rows);
  const knots = knotsOf(columns);
  const target = { pixels, step: transposed ? rows : 1 };
  for (let y = 0; y < rows; y++) {
    for (let x = 0, knot = y * knots; x < columns; x += KNOT_COLUMNS, knot++) {
      const block = blockOf(positions, knot, knot + knots);
      const put = howToSweep(block, source.height);
      const at = transposed ? x * rows + y : y * columns + x;
      put(source, left + x, block, target, at, Math.min(KNOT_COLUMNS, columns - x));
    }
  }
  return transposed ? { width: rows, height: columns, pixels } : { width: columns, height: rows, pixels };
}

/** See `Kernels.sweep`. */
export const sweep: Kernels['sweep'] = (source, left, down, across, transposed) =>
  sweepDown(sweepDown(source, left, down, true), 0, across, transposed);
