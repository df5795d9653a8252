/** The part of a WebAssembly memory used here. */
export interface GrowingMemory {
  readonly buffer: ArrayBuffer;
  /** By pages of 64 KiB; throws where there is no more. */
  grow(pages: number): number;
}

const PAGE_BYTES = 65_536;

/** What loops of sixteen bytes may read and write beyond an end. */
const OVERRUN = 32;
const ALIGNMENT = 16;

const aligned = (address: number): number => Math.ceil(address / ALIGNMENT) * ALIGNMENT;

/**
 * Room in a memory, handed out piece after piece and taken back all at once. It grows only at the beginning of a page, because growing takes all views of it
 * away; what does not fit then has to lie elsewhere.
 */
export class Arena {
  #at: number;
  /** What lies before the only bytes that are still needed, and is handed out first. */
  #spare = { at: 0, end: 0 };

  constructor(
    readonly memory: GrowingMemory,
    readonly base: number,
  ) {
    this.#at = base;
  }

  /** Takes all room back and sees to it that there are so many bytes. */
  begin(bytes: number): void {
    this.#at = this.base;
    this.#spare = { at: 0, end: 0 };
    const missing = this.base + bytes - this.memory.buffer.byteLength;
    if (missing <= 0) return;
    try {
      this.memory.grow(Math.ceil(missing / PAGE_BYTES));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }

  /** The address of so many bytes, or `null` where there is no room for them. */
  take(bytes: number): number | null {
    const spare = aligned(this.#spare.at);
    if (spare + bytes + OVERRUN <= this.#spare.end) {
      this.#spare = { at: spare + bytes + OVERRUN, end: this.#spare.end };
      return spare;
    }
    const start = aligned(this.#at);
    const end = start + bytes + OVERRUN;
    if (end > this.memory.buffer.byteLength) return null;
    this.#at = end;
    return start;
  }

  /** Takes back all but these bytes. */
  only({ byteOffset, byteLength }: Uint8Array): void {
    this.#spare = { at: this.base, end: byteOffset };
    this.#at = byteOffset + byteLength + OVERRUN;
  }

  /** What is taken while `work` runs is free afterwards. */
  borrow<T>(work: () => T): T {
    const [at, spare] = [this.#at, this.#spare];
    try {
      return work();
    } finally {
      this.#at = at;
      this.#spare = spare;
    }
  }

  holds({ buffer }: ArrayBufferView): boolean {
    return buffer === this.memory.buffer;
  }

  bytes(address: number, length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, address, length);
  }
}
