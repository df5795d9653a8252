const CLEAR = 256;
const END = 257;
const FIRST_FREE = 258;
const SHORTEST_CODE = 9;
const LONGEST_CODE = 12;
const MOST_CODES = 1 << LONGEST_CODE;

/** Strings by code: each is the string of another code and one byte more. */
class Strings {
  readonly prefix = new Uint16Array(MOST_CODES);
  readonly last = new Uint8Array(MOST_CODES);
  readonly length = new Uint16Array(MOST_CODES);
  next = FIRST_FREE;

  constructor() {
    for (let code = 0; code < CLEAR; code++) {
      this.last[code] = code;
      this.length[code] = 1;
    }
  }

  add(prefix: number, byte: number): void {
    if (this.next >= MOST_CODES) return;
    this.prefix[this.next] = prefix;
    this.last[this.next] = byte;
    this.length[this.next] = (this.length[prefix] ?? 0) + 1;
    this.next++;
  }

  first(code: number): number {
    let at = code;
    while (at >= FIRST_FREE) at = this.prefix[at] ?? 0;
    return at;
  }

  write(code: number, into: Uint8Array, at: number): number {
    const length = this.length[code] ?? 0;
    let from = code;
    for (let i = at + length - 1; i >= at; i--) {
      if (i < into.length) into[i] = this.last[from] ?? 0;
      from = this.prefix[from] ?? 0;
    }
    return Math.min(at + length, into.length);
  }
}

/** Undoes LZW as TIFF has it (TIFF 6.0 §13), at most `size` bytes. What follows nonsense is left out. */
export function decodeLzw(bytes: Uint8Array, size: number): Uint8Array {
  const into = new Uint8Array(size);
  let strings = new Strings();
  let codeBits = SHORTEST_CODE;
  let previous = -1;
  let bit = 0;
  let at = 0;
  while (at < size && bit + codeBits <= bytes.length * 8) {
    const code = codeAt(bytes, bit, codeBits);
    bit += codeBits;
    if (code === END) break;
    if (code === CLEAR) {
      strings = new Strings();
      codeBits = SHORTEST_CODE;
      previous = -1;
      continue;
    }
    if (code > strings.next || (previous < 0 && code >= CLEAR)) break;
    if (previous >= 0) strings.add(previous, strings.first(code === strings.next ? previous : code));
    at = strings.write(code, into, at);
    previous = code;
    codeBits = Math.min(32 - Math.clz32(strings.next + 1), LONGEST_CODE);
    codeBits = Math.max(codeBits, SHORTEST_CODE);
  }
  return into.subarray(0, at);
}

function codeAt(bytes: Uint8Array, bit: number, count: number): number {
  const at = bit >> 3;
  const window = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  return (window >> (24 - count - (bit & 7))) & ((1 << count) - 1);
}
