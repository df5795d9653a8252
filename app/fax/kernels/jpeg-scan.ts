import type { JpegSteps } from './jpeg-steps';

/** Codes up to this long are looked up at once. */
export const QUICK_BITS = 10;

/** Codes are at most this long (T.81 §C). */
const LONGEST_BITS = 16;

/** Set in an entry whose value is told in it. */
export const RESOLVED = 1 << 13;

/**
 * How Huffman codes are looked up. An entry tells the bits of code and value together (5 bits), those of the value (4) and how many zeros come before
 * it (4); with `RESOLVED` its value, too, from bit 16 on. 0 is no code.
 *
 * First the next 16 bits at which codes longer than `QUICK_BITS` begin, which lie above all shorter ones; then an entry for each of the next `QUICK_BITS` bits; then
 * one for each 16 bits from there on.
 */
export type HuffmanTable = Int32Array;

/** The only scan of a sequential JPEG in grey, or in luma and two colours of one block each (T.81). */
export interface JpegScan {
  readonly width: number;
  readonly height: number;
  /** Blocks of luma across and down in each unit. */
  readonly across: number;
  readonly down: number;
  readonly isColour: boolean;
  /** Of luma and both colours: tables for the first coefficient and for the others. */
  readonly tables: readonly (readonly [dc: HuffmanTable, ac: HuffmanTable])[];
  /** Of luma. */
  readonly steps: JpegSteps;
  /** Units between restarts; 0 where there are none. */
  readonly restartUnits: number;
  /** The coded data, the end of the image, and what comes after it. */
  readonly bytes: Uint8Array;
}

/** Into how many parts restarts divide the coded data. */
export function partCount({ width, height, across, down, restartUnits }: JpegScan): number {
  const units = Math.ceil(width / (8 * across)) * Math.ceil(height / (8 * down));
  return restartUnits > 0 ? Math.ceil(units / restartUnits) : 1;
}

const sign = (bits: number, size: number): number => (bits < 1 << (size - 1) ? bits - (1 << size) + 1 : bits);

/** The table of codes, told by how many there are of each length and what they stand for (T.81 §B.2.4.2); `null` where there can't be so many. */
export function huffmanTable(counts: ArrayLike<number>, symbols: ArrayLike<number>): HuffmanTable | null {
  const longFrom = firstLong(counts);
  if (longFrom === null) return null;
  const table = new Int32Array(1 + (1 << QUICK_BITS) + (1 << LONGEST_BITS) - longFrom);
  table[0] = longFrom;
  let code = 0;
  let next = 0;
  for (let length = 1; length <= LONGEST_BITS; length++, code <<= 1) {
    for (let i = 0; i < (counts[length - 1] ?? 0); i++, code++)
      put(table, longFrom, code, length, symbols[next++] ?? 0);
  }
  return table;
}

/** Where long codes begin, in 16 bits. */
function firstLong(counts: ArrayLike<number>): number | null {
  let code = 0;
  let from = 1 << LONGEST_BITS;
  for (let length = 1; length <= LONGEST_BITS; length++, code <<= 1) {
    if (length === QUICK_BITS + 1) from = Math.min(code << (LONGEST_BITS - length), 1 << LONGEST_BITS);
    code += counts[length - 1] ?? 0;
    if (code > 1 << length) return null;
  }
  return from;
}

function put(table: HuffmanTable, longFrom: number, code: number, length: number, symbol: number): void {
  const size = symbol & 15;
  const entry = (length + size) | (size << 5) | ((symbol >> 4) << 9) | (size === 0 ? RESOLVED : 0);
  if (length > QUICK_BITS) {
    const from = 1 + (1 << QUICK_BITS) + (code << (LONGEST_BITS - length)) - longFrom;
    table.fill(entry, from, from + (1 << (LONGEST_BITS - length)));
    return;
  }
  const free = QUICK_BITS - length;
  for (let rest = 0; rest < 1 << free; rest++) {
    const isResolved = size > 0 && size <= free;
    const value = isResolved ? sign(rest >> (free - size), size) : 0;
    table[1 + ((code << free) | rest)] = isResolved ? entry | RESOLVED | (value << 16) : entry;
  }
}
