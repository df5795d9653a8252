import type { GreyImage } from '../../grey';
import { type HuffmanTable, type JpegScan, partCount } from '../jpeg-scan';
import type { JpegSteps } from '../jpeg-steps';
import { JpegBits, partsOf } from './jpeg-bits';

const short = (value: number): number => (value << 16) >> 16;

/** A part of a value, in 32768ths. */
const partOf = (value: number, part: number): number => (Math.imul(value, part) + 16_384) >> 15;

/** One column of a block, by T.81's inverse transform as Y. Arai, T. Agui and M. Nakajima reckon it (1988), in sixteen bits. */
function transformColumn(block: Int16Array, x: number, into: Int16Array): void {
  const v = (row: number): number => block[row * 8 + x] ?? 0;
  const put = (row: number, even: number, odd: number): void => {
    into[x * 8 + row] = even + odd;
    into[x * 8 + 7 - row] = even - odd;
  };
  const [s04, d04, s26, d26] = [v(0) + v(4), v(0) - v(4), v(2) + v(6), short(v(2) - v(6))];
  const turned = d26 + partOf(d26, 13_573) - s26;

  const [s53, d53, s17, d17] = [v(5) + v(3), short(v(5) - v(3)), v(1) + v(7), short(v(1) - v(7))];
  const [across, both] = [short(s17 - s53), short(d53 + d17)];
  const z = 2 * both - partOf(both, 4989);
  const o0 = s17 + s53;
  const o1 = z - 2 * d53 - partOf(d53, 20_091) - o0;
  const o2 = across + partOf(across, 13_573) - o1;
  const o3 = d17 + partOf(d17, 2700) - z + o2;

  put(0, s04 + s26, o0);
  put(1, d04 + turned, o1);
  put(2, d04 - turned, o2);
  put(3, s04 - s26, -o3);
}

/** The middle between black and white, and half a unit to be rounded by, in 32nds. */
const MIDDLE = 128 * 32 + 16;

/** Coefficients become pixels, in 32nds. Columns become rows in each of two rounds. */
function transform(block: Int16Array, { factors, scales }: JpegSteps, spare: Int16Array): void {
  block.forEach((value, i) => (block[i] = partOf(short(Math.imul(value, factors[i] ?? 0)), scales[i] ?? 0)));
  block[0] = (block[0] ?? 0) + MIDDLE;
  for (let x = 0; x < 8; x++) transformColumn(block, x, spare);
  for (let x = 0; x < 8; x++) transformColumn(spare, x, block);
}

/** Puts the part of a block that is on the picture. */
function putBlock(block: Int16Array, { width, height, pixels }: GreyImage, left: number, top: number): void {
  for (let y = top; y < Math.min(top + 8, height); y++) {
    for (let x = left; x < Math.min(left + 8, width); x++) {
      const value = block[(y - top) * 8 + x - left] ?? 0;
      pixels[y * width + x] = Math.min(Math.max(value >> 5, 0), 255);
    }
  }
}

/** Reads blocks one after the other. */
class Blocks {
  readonly #bits: JpegBits;
  #before = 0;
  constructor(
    part: Uint8Array,
    readonly places: Int16Array,
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
    return this.#each(ac, block, this.#before);
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
      block[(this.places[k] ?? 0) >> 1] = value;
    }
    return true;
  }
}

/** See `Kernels.jpegLuma`. */
export function jpegLuma(scan: JpegScan): GreyImage | null {
  const { width, height, across, down, isColour, restartUnits, tables, steps } = scan;
  const [units, rows] = [Math.ceil(width / (8 * across)), Math.ceil(height / (8 * down))];
  const parts = partsOf(scan.bytes, partCount(scan));
  if (parts === null) return null;
  const [luma, ...colours] = tables;
  if (luma === undefined) return null;
  const image = { width, height, pixels: new Uint8Array(width * height) };
  const [block, spare] = [new Int16Array(64), new Int16Array(64)];
  let blocks = new Blocks(new Uint8Array(), steps.places);
  for (let unit = 0; unit < units * rows; unit++) {
    if (unit === 0 || (restartUnits > 0 && unit % restartUnits === 0)) {
      const part = parts.shift();
      if (part === undefined) return null;
      blocks = new Blocks(part, steps.places);
    }
    const [left, top] = [(unit % units) * across, Math.floor(unit / units) * down];
    for (let j = 0; j < down; j++) {
      for (let i = 0; i < across; i++) {
        if (!blocks.read(...luma, block)) return null;
        transform(block, steps, spare);
        putBlock(block, image, (left + i) * 8, (top + j) * 8);
      }
    }
    if (isColour && !colours.every(([dc, ac]) => blocks.skip(dc, ac))) return null;
    if (!blocks.isWithin) return null;
  }
  return image;
}
