const NO_OPERATION = 128;

/** Undoes PackBits (TIFF 6.0 §9), at most `size` bytes. */
export function decodePackBits(bytes: Uint8Array, size: number): Uint8Array {
  const into = new Uint8Array(size);
  let at = 0;
  for (let from = 0; from < bytes.length && at < size;) {
    const head = bytes[from++] ?? NO_OPERATION;
    if (head === NO_OPERATION) continue;
    if (head < NO_OPERATION) {
      const literal = bytes.subarray(from, Math.min(from + head + 1, from + size - at));
      into.set(literal, at);
      at += literal.length;
      from += head + 1;
    } else {
      const end = Math.min(at + 257 - head, size);
      into.fill(bytes[from++] ?? 0, at, end);
      at = end;
    }
  }
  return into.subarray(0, at);
}
