import type { CodeWord } from './codes';

/** Writes code words most significant bit first into bytes that grow as needed. */
export class BitWriter {
  #bytes: Uint8Array;
  #length = 0;
  #pending = 0;
  #pendingBits = 0;

  constructor(expectedBytes: number) {
    this.#bytes = new Uint8Array(Math.max(expectedBytes, 64));
  }

  put(code: CodeWord): void {
    this.#pending = (this.#pending << code.length) | code.bits;
    this.#pendingBits += code.length;
    if (this.#pendingBits >= 8) this.#flushBytes();
  }

  /** Fills the last byte with zeros and gives all bytes written. */
  finish(): Uint8Array {
    if (this.#pendingBits > 0) {
      this.#pending <<= 8 - this.#pendingBits;
      this.#pendingBits = 8;
      this.#flushBytes();
    }
    return this.#bytes.slice(0, this.#length);
  }

  #flushBytes(): void {
    if (this.#length + 4 > this.#bytes.length) this.#grow();
    while (this.#pendingBits >= 8) {
      this.#pendingBits -= 8;
      this.#bytes[this.#length++] = this.#pending >>> this.#pendingBits;
    }
    this.#pending &= 0xff;
  }

  #grow(): void {
    const larger = new Uint8Array(this.#bytes.length * 2);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
