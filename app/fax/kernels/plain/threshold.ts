import { blankBitmap, rowBytes, type FaxBitmap } from '../../bitmap';
import type { GreyImage } from '../../grey';

/** See `Kernels.threshold`. */
export function threshold(image: GreyImage, level: number): FaxBitmap {
  const bitmap = blankBitmap(image.width, image.height);
  const stride = rowBytes(image.width);
  for (let y = 0; y < image.height; y++) packRow(image, y, level, bitmap.rows, y * stride);
  return bitmap;
}

/** A pel's bit: the sign of the difference. */
const sign = (value: number | undefined, level: number): number => ((value ?? 255) - level) >>> 31;

function packRow({ width, pixels }: GreyImage, y: number, level: number, rows: Uint8Array, rowStart: number): void {
  const end = (y + 1) * width;
  let at = y * width;
  let target = rowStart;
  for (; at + 8 <= end; at += 8) {
    rows[target++] =
      (sign(pixels[at], level) << 7) |
      (sign(pixels[at + 1], level) << 6) |
      (sign(pixels[at + 2], level) << 5) |
      (sign(pixels[at + 3], level) << 4) |
      (sign(pixels[at + 4], level) << 3) |
      (sign(pixels[at + 5], level) << 2) |
      (sign(pixels[at + 6], level) << 1) |
      sign(pixels[at + 7], level);
  }
  for (let bit = 7; at < end; at++, bit--) rows[target] = (rows[target] ?? 0) | (sign(pixels[at], level) << bit);
}
