/**
 * The changing elements of one packed row (T.6 §2.2.1): the positions where colour differs from the pel before, starting from an
 * imaginary white pel, so that even indices turn black and odd ones white. Written to `into`, which needs room for
 * every pel and `SENTINELS` more, followed by sentinels at `widthPels`. Whole bytes of one colour are skipped.
 * @returns how many there are
 */
export function findChanges(rows: Uint8Array, rowStart: number, widthPels: number, into: Int32Array): number {
  const rowEnd = rowStart + ((widthPels + 7) >> 3);
  let colour = 0;
  let count = 0;
  for (let at = rowStart; at < rowEnd; at++) {
    const byte = rows[at] ?? 0;
    if (byte === colour) continue;
    let edges = byte ^ ((byte >> 1) | (colour & 0x80));
    const firstPel = (at - rowStart) << 3;
    while (edges !== 0) {
      const bit = Math.clz32(edges) - 24;
      into[count++] = firstPel + bit;
      edges &= ~(0x80 >> bit);
    }
    colour = (byte & 1) === 0 ? 0 : 0xff;
  }
  while (count > 0 && (into[count - 1] ?? 0) >= widthPels) count--;
  return endChanges(into, count, widthPels);
}

/** Elements past the last change that a coder may look at. */
export const SENTINELS = 4;

/** Ends a list of changing elements with sentinels. */
export function endChanges(changes: Int32Array, count: number, widthPels: number): number {
  changes.fill(widthPels, count, count + SENTINELS);
  return count;
}

/** Room for the changing elements of any row of this width. */
export const changesBuffer = (widthPels: number): Int32Array =>
  new Int32Array(widthPels + 8 + SENTINELS).fill(widthPels);
