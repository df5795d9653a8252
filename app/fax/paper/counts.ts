import { LEVELS } from './levels';

/** Print is looked for in blocks of so many pixels to a side. */
const BLOCK = 8;

/** A block of print is thin and dark in more than this part of it. */
const PRINTED = 0.4;

/** So many pixels tell nothing. */
const FEW = 100;

/** Dark details, counted in blocks. */
export class PrintedBlocks {
  readonly #counts: Uint8Array;
  readonly #across: number;

  constructor(width: number, height: number) {
    this.#across = Math.ceil(width / BLOCK);
    this.#counts = new Uint8Array(this.#across * Math.ceil(height / BLOCK));
  }

  add(x: number, y: number): void {
    const block = Math.trunc(y / BLOCK) * this.#across + Math.trunc(x / BLOCK);
    this.#counts[block] = (this.#counts[block] ?? 0) + 1;
  }

  /** Pixels in the blocks that have much of it. */
  area(): number {
    return this.#counts.filter((count) => count > PRINTED * BLOCK * BLOCK).length * BLOCK * BLOCK;
  }
}

/** What lies beyond each of the four sides, and the part of it that is detailed. */
export class DetailBySide {
  readonly #seen = new Uint32Array(4);
  readonly #detailed = new Uint32Array(4);

  add(side: number, isDetail: boolean): void {
    this.#seen[side] = (this.#seen[side] ?? 0) + 1;
    if (isDetail) this.#detailed[side] = (this.#detailed[side] ?? 0) + 1;
  }

  /** Of the side with least of it; sides with hardly anything beyond don't count. */
  leastPart(): number {
    const parts = Array.from(this.#seen, (seen, side) => (seen < FEW ? 1 : (this.#detailed[side] ?? 0) / seen));
    return Math.min(...parts);
  }
}

/** Differences of two levels, counted. */
export class Differences {
  readonly #counts = new Uint32Array(2 * LEVELS - 1);
  #all = 0;

  add(difference: number): void {
    this.#counts[difference + LEVELS - 1] = (this.#counts[difference + LEVELS - 1] ?? 0) + 1;
    this.#all++;
  }

  median(): number {
    let below = 0;
    const found = this.#counts.findIndex((count) => (below += count) > this.#all >> 1);
    return found < 0 ? 0 : found - LEVELS + 1;
  }

  /** The part of them for which `is` holds. */
  part(is: (difference: number) => boolean): number {
    let sum = 0;
    this.#counts.forEach((count, i) => (sum += is(i - LEVELS + 1) ? count : 0));
    return sum / Math.max(this.#all, 1);
  }

  get count(): number {
    return this.#all;
  }
}
