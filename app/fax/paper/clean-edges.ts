import { rowBytes, type FaxBitmap } from '../bitmap';

/** Black that begins at a cut edge and reaches no further than this part of the width is what is left of the desk. */
const SLIVER = 0.015;

const isBlack = (rows: Uint8Array, row: number, x: number): boolean =>
  (((rows[row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1;

/** Whitens, in a row that begins at `row`, the black from pel `from` on, `step` apart, where it is at most `most` pels long. */
function clearRow(source: Uint8Array, rows: Uint8Array, row: number, from: number, step: 1 | -1, most: number): void {
  if (!isBlack(source, row, from)) return;
  let run = 1;
  while (run <= most && isBlack(source, row, from + run * step)) run++;
  if (run > most) return;
  for (let x = from; run > 0; x += step, run--) rows[row + (x >> 3)] = (rows[row + (x >> 3)] ?? 0) & ~(0x80 >> (x & 7));
}

/** Whitens, in all columns, the black from the row on that begins at `first`, `step` bytes apart, where it is at most `most` rows long. */
function clearColumns(
  source: Uint8Array,
  rows: Uint8Array,
  stride: number,
  first: number,
  step: number,
  most: number,
): void {
  for (let i = 0; i < stride; i++) {
    let longer = 0xff;
    for (let y = 0, at = first + i; y <= most && longer !== 0; y++, at += step) longer &= source[at] ?? 0;
    let run = 0xff ^ longer;
    for (let y = 0, at = first + i; y < most && run !== 0; y++, at += step) {
      run &= source[at] ?? 0;
      if (run !== 0) rows[at] = (rows[at] ?? 0) & ~run;
    }
  }
}

/** Whitens what a cut left of the desk along the four edges of a bitmap; what reaches further in is part of the page and stays. */
export function cleanEdges(bitmap: FaxBitmap, resolutionShare: number): FaxBitmap {
  const { widthPels, scanLines } = bitmap;
  const stride = rowBytes(widthPels);
  const source = bitmap.rows;
  const rows = source.slice();
  const across = Math.round(widthPels * SLIVER);
  const down = Math.round(across * resolutionShare);
  for (let row = 0; row < stride * scanLines; row += stride) {
    clearRow(source, rows, row, 0, 1, across);
    clearRow(source, rows, row, widthPels - 1, -1, across);
  }
  clearColumns(source, rows, stride, 0, stride, down);
  clearColumns(source, rows, stride, stride * (scanLines - 1), -stride, down);
  return { ...bitmap, rows };
}
