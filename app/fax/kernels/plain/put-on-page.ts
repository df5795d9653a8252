import { blankBitmap, rowBytes, type FaxBitmap } from '../../bitmap';

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

/** See `BitmapKernels.putOnPage`. */
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
