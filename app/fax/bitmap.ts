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

/** Puts a small bitmap on a blank one of `widthPels` × `scanLines`, its first pel at `left`, `top`. It must fit. */
export function putOnPage(
  small: FaxBitmap,
  left: number,
  top: number,
  widthPels: number,
  scanLines: number,
): FaxBitmap {
  const page = blankBitmap(widthPels, scanLines);
  const stride = rowBytes(widthPels);
  const smallStride = rowBytes(small.widthPels);
  for (let y = 0; y < small.scanLines; y++) {
    const row = small.rows.subarray(y * smallStride, (y + 1) * smallStride);
    copyShifted(row, page.rows, (top + y) * stride + (left >> 3), left & 7);
  }
  return page;
}

/** Copies a row `shift` bits (0 to 7) to the right of byte `at`. Bits shifted out of the last byte are 0 where the row fits. */
function copyShifted(row: Uint8Array, into: Uint8Array, at: number, shift: number): void {
  if (shift === 0) {
    into.set(row, at);
    return;
  }
  let carried = 0;
  for (let i = 0; i < row.length; i++) {
    const byte = row[i] ?? 0;
    into[at + i] = carried | (byte >> shift);
    carried = (byte << (8 - shift)) & 0xff;
  }
  if (carried !== 0) into[at + row.length] = carried;
}
