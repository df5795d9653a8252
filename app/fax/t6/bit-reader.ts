import type { LookupTable } from './decode-tables';
import { T6DamagedError } from './t6-damaged-error';

/** Reads code words, most significant bit first. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The value of the next code word of `table`. */
  take(table: LookupTable, tableBits: number): number {
    const entry = table[this.#peek(tableBits)] ?? 0;
    if (entry === 0) throw new T6DamagedError(`No code word begins at bit ${this.#position}.`);
    this.#advance(entry & 15);
    return entry >> 4;
  }

  /** The next `count` bits, 17 at most. */
  takeBits(count: number): number {
    const value = this.#peek(count);
    this.#advance(count);
    return value;
  }

  /** The next `count` bits, 17 at most, without taking them; 0 beyond the end. */
  peekBits(count: number): number {
    return this.#peek(count);
  }

  /** Whether nothing but the last byte's padding is left. */
  get isAtEnd(): boolean {
    return this.#position >= this.#bytes.length * 8;
  }

  /** Goes on at the next whole byte. */
  skipToByte(): void {
    this.#position = Math.ceil(this.#position / 8) * 8;
  }

  #peek(count: number): number {
    const at = this.#position >> 3;
    const window = ((this.#bytes[at] ?? 0) << 16) | ((this.#bytes[at + 1] ?? 0) << 8) | (this.#bytes[at + 2] ?? 0);
    return (window >> (24 - count - (this.#position & 7))) & ((1 << count) - 1);
  }

  #advance(count: number): void {
    this.#position += count;
    if (this.#position > this.#bytes.length * 8) throw new T6DamagedError('The page ends in the middle.');
  }
}
