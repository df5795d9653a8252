import { rowBytes, type FaxBitmap } from './bitmap';

/**
 * A fine page as a machine without fine resolution gets it: each two rows become one, black where either is, as senders do
 * (T.30 leaves it to them).
 */
export function squash({ widthPels, scanLines, rows }: FaxBitmap): FaxBitmap {
  const stride = rowBytes(widthPels);
  const lines = Math.ceil(scanLines / 2);
  const squashed = new Uint8Array(stride * lines);
  for (let y = 0; y < lines; y++) {
    for (let i = 0; i < stride; i++) {
      squashed[y * stride + i] = (rows[2 * y * stride + i] ?? 0) | (rows[(2 * y + 1) * stride + i] ?? 0);
    }
  }
  return { widthPels, scanLines: lines, rows: squashed };
}
