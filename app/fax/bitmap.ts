/**
 * A page of black and white pels. `rows` holds `scanLines` rows of `rowBytes(widthPels)` bytes: the leftmost pel is the
 * most significant bit, 1 is black, and the bits beyond `widthPels` are 0.
 */
export interface FaxBitmap {
  readonly widthPels: number;
  readonly scanLines: number;
  readonly rows: Uint8Array;
}

/** Bytes of one packed row. */
export const rowBytes = (widthPels: number): number => (widthPels + 7) >> 3;

/** A page with no black on it. */
export const blankBitmap = (widthPels: number, scanLines: number): FaxBitmap => ({
  widthPels,
  scanLines,
  rows: new Uint8Array(rowBytes(widthPels) * scanLines),
});

/** Whether pel `x` of the row that begins at byte `rowStart` is black. */
export const isBlack = (rows: Uint8Array, rowStart: number, x: number): boolean =>
  (((rows[rowStart + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1;

/** Blackens the pels `from` (included) to `to` (excluded) of the row that begins at byte `rowStart`. */
export function paintRun(rows: Uint8Array, rowStart: number, from: number, to: number): void {
  if (from >= to) return;
  const first = rowStart + (from >> 3);
  const last = rowStart + ((to - 1) >> 3);
  const firstMask = 0xff >> (from & 7);
  const lastMask = (0xff00 >> (((to - 1) & 7) + 1)) & 0xff;
  if (first === last) {
    rows[first] = (rows[first] ?? 0) | (firstMask & lastMask);
    return;
  }
  rows[first] = (rows[first] ?? 0) | firstMask;
  rows.fill(0xff, first + 1, last);
  rows[last] = (rows[last] ?? 0) | lastMask;
}
