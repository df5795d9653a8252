import type { GreyImage } from '../../grey';
import { type HuffmanTable, type JpegScan, partCount } from '../jpeg-scan';
import { JpegBits, partsOf } from './jpeg-bits';

const short = (value: number): number => (value << 16) >> 16;
const bounded = (value: number): number => Math.min(Math.max(value, -32_768), 32_767);

/** a × b + c × d */
const dot = (a: number, b: number, c: number, d: number): number => (Math.imul(a, b) + Math.imul(c, d)) | 0;

/** One column of a block, by T.81's inverse transform as C. Loeffler, A. Ligtenberg and G. Moschytz reckon it (1989), in 8192ths. */
function transformColumn(block: Int16Array, x: number, shift: number, into: Int16Array): void {
  const v = (row: number): number => block[row * 8 + x] ?? 0;
  const put = (row: number, even: number, odd: number): void => {
    const half = 1 << (shift - 1);
    into[x * 8 + row] = bounded((((even + odd) | 0) + half) >> shift);
    into[x * 8 + 7 - row] = bounded((((even - odd) | 0) + half) >> shift);
  };
  const [sum, difference] = [short(v(0) + v(4)) << 13, short(v(0) - v(4)) << 13];
  const [a, b] = [dot(v(2), 10_703, v(6), 4433), dot(v(2), 4433, v(6), -10_704)];
  const [z3, z4] = [short(v(7) + v(3)), short(v(5) + v(1))];
  const [c, d] = [dot(z3, -6436, z4, 9633), dot(z3, 9633, z4, 6437)];
  put(0, (sum + a) | 0, (dot(v(7), -7373, v(1), 4926) + d) | 0);
  put(1, (difference + b) | 0, (dot(v(5), -20_995, v(3), 4177) + c) | 0);
  put(2, (difference - b) | 0, (dot(v(5), -4176, v(3), -20_995) + d) | 0);
  put(3, (sum - a) | 0, (dot(v(7), -4927, v(1), -7373) + c) | 0);
}

/** Columns become rows in each of two rounds. */
function transform(block: Int16Array, spare: Int16Array): void {
  for (let x = 0; x < 8; x++) transformColumn(block, x, 11, spare);
  for (let x = 0; x < 8; x++) transformColumn(spare, x, 18, block);
}

/** Puts the part of a block that is on the picture. */
function putBlock(block: Int16Array, { width, height, pixels }: GreyImage, left: number, top: number): void {
  for (let y = top; y < Math.min(top + 8, height); y++) {
    for (let x = left; x < Math.min(left + 8, width); x++) {
      const value = block[(y - top) * 8 + x - left] ?? 0;
      pixels[y * width + x] = Math.min(Math.max(value, -128), 127) + 128;
    }
  }
}

/** Reads blocks one after the other. */
class Blocks {
  readonly #bits: JpegBits;
  #before = 0;
  constructor(
    part: Uint8Array,
    readonly steps: Int32Array,
  ) {
    this.#bits = new JpegBits(part);
  }

  get isWithin(): boolean {
    return this.#bits.isWithin;
  }

  /** One of luma, its coefficients in their places; whether it was whole. */
  read(dc: HuffmanTable, ac: HuffmanTable, block: Int16Array): boolean {
    block.fill(0);
    const first = this.#bits.entry(dc);
    if (first === 0) return false;
    this.#before = (this.#before + this.#bits.take(first)) | 0;
    return this.#each(ac, block, Math.imul(this.#before, (this.steps[0] ?? 0) & 0xffff));
  }

  /** One of a colour. */
  skip(dc: HuffmanTable, ac: HuffmanTable): boolean {
    const first = this.#bits.entry(dc);
    if (first === 0) return false;
    this.#bits.take(first);
    return this.#each(ac, new Int16Array(64), 0);
  }

  #each(ac: HuffmanTable, block: Int16Array, first: number): boolean {
    block[0] = first;
    for (let k = 1; k < 64; k++) {
      const entry = this.#bits.entry(ac);
      if (entry === 0) return false;
      const run = (entry >> 9) & 15;
      const value = this.#bits.take(entry);
      if ((entry & 0x1e0) === 0 && run !== 15) break;
      k += run;
      if ((entry & 0x1e0) === 0) continue;
      if (k > 63) return false;
      const step = this.steps[k] ?? 0;
      block[step >> 17] = Math.imul(value, step & 0xffff);
    }
    return true;
  }
}

/** See `Kernels.jpegLuma`. */
export function jpegLuma(scan: JpegScan): GreyImage | null {
  const { width, height, across, down, isColour, restartUnits, tables } = scan;
  const [units, rows] = [Math.ceil(width / (8 * across)), Math.ceil(height / (8 * down))];
  const parts = partsOf(scan.bytes, partCount(scan));
  if (parts === null) return null;
  const [luma, ...colours] = tables;
  if (luma === undefined) return null;
  const image = { width, height, pixels: new Uint8Array(width * height) };
  const [block, spare] = [new Int16Array(64), new Int16Array(64)];
  let blocks = new Blocks(new Uint8Array(), scan.steps);
  for (let unit = 0; unit < units * rows; unit++) {
    if (unit === 0 || (restartUnits > 0 && unit % restartUnits === 0)) {
      const part = parts.shift();
      if (part === undefined) return null;
      blocks = new Blocks(part, scan.steps);
    }
    const [left, top] = [(unit % units) * across, Math.floor(unit / units) * down];
    for (let j = 0; j < down; j++) {
      for (let i = 0; i < across; i++) {
        if (!blocks.read(...luma, block)) return null;
        transform(block, spare);
        putBlock(block, image, (left + i) * 8, (top + j) * 8);
      }
    }
    if (isColour && !colours.every(([dc, ac]) => blocks.skip(dc, ac))) return null;
    if (!blocks.isWithin) return null;
  }
  return image;
}
