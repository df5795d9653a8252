import { type HuffmanTable, QUICK_BITS, RESOLVED } from '../jpeg-scan';

/** Between two restarts: the coded data without stuffed bytes. */
export type Part = Uint8Array;

/** T.81 Table B.1, EOI */
const END_OF_IMAGE = 0xd9;

/** The parts of coded data; `null` where there are not just so many, in their order, before the image's end. */
export function partsOf(bytes: Uint8Array, most: number): Part[] | null {
  const parts: Part[] = [];
  let part = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const marker = byte === 0xff ? bytes[++at] : 0;
    if (marker === 0) {
      part[length++] = byte;
      continue;
    }
    if (marker === END_OF_IMAGE) {
      parts.push(part.subarray(0, length));
      return parts.length === most ? parts : null;
    }
    if (marker !== 0xd0 + (parts.length & 7) || parts.length + 1 >= most) return null;
    parts.push(part.subarray(0, length));
    part = new Uint8Array(bytes.length - at);
    length = 0;
  }
  return null;
}

/** Reads codes and their values; beyond the end there are zeros. */
export class JpegBits {
  #at = 0;
  constructor(readonly part: Part) {}

  get isWithin(): boolean {
    return this.#at <= this.part.length * 8;
  }

  /** The entry of the next code, which is not read yet. */
  entry(table: HuffmanTable): number {
    const code = this.#peek(16);
    const entry = table[1 + (code >> (16 - QUICK_BITS))] ?? 0;
    const place = code - (table[0] ?? 0);
    return entry !== 0 || place < 0 ? entry : (table[1 + (1 << QUICK_BITS) + place] ?? 0);
  }

  /** The value that follows the code of this entry; both are read. */
  take(entry: number): number {
    const size = (entry >> 5) & 15;
    this.#at += (entry & 31) - size;
    const bits = this.#peek(16) >> (16 - size);
    this.#at += size;
    if ((entry & RESOLVED) !== 0) return entry >> 16;
    return bits < 1 << (size - 1) ? bits - (1 << size) + 1 : bits;
  }

  #peek(count: number): number {
    const byte = this.#at >> 3;
    const word = ((this.part[byte] ?? 0) << 16) | ((this.part[byte + 1] ?? 0) << 8) | (this.part[byte + 2] ?? 0);
    return (word >> (24 - count - (this.#at & 7))) & ((1 << count) - 1);
  }
}
