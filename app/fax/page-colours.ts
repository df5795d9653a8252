import { type FaxBitmap, rowBytes } from './bitmap';
import type { GreyImage } from './grey';
import { rgba } from './kernels/plain/rgba';
import { resampleFor } from './resample';

const white = 0xffffffff;
const black = 0xff000000;

/** Pixels as a canvas takes them: red, green, blue and alpha, a byte each. */
export type Rgba = Uint8ClampedArray<ArrayBuffer>;

/** The pels as RGBA: exactly what is sent, nothing smoothed. */
export function rgbaOf({ widthPels, scanLines, rows }: FaxBitmap): Rgba {
  const words = new Uint32Array(widthPels * scanLines).fill(white);
  forEachBlack(widthPels, rows, (at) => (words[at] = black));
  return new Uint8ClampedArray(words.buffer);
}

/** The whole page in fewer dots, as RGBA: each the mean of the pels it covers. */
export function reducedRgbaOf(bitmap: FaxBitmap, width: number, height: number): Rgba {
  const at = { turn: 0, left: 0, top: 0, widthPels: width, scanLines: height } as const;
  return rgbaOfGrey(resampleFor(unpacked(bitmap), at).pixels);
}

/** Grey bytes as opaque RGBA. */
export const rgbaOfGrey = (pixels: Uint8Array): Rgba => new Uint8ClampedArray(rgba(pixels).buffer);

/** The pels as bytes, 0 black and 255 white. */
function unpacked({ widthPels, scanLines, rows }: FaxBitmap): GreyImage {
  const pixels = new Uint8Array(widthPels * scanLines).fill(255);
  forEachBlack(widthPels, rows, (at) => (pixels[at] = 0));
  return { width: widthPels, height: scanLines, pixels };
}

/** Calls back with the place of every black pel, counted row by row. */
function forEachBlack(widthPels: number, rows: Uint8Array, found: (at: number) => void): void {
  const stride = rowBytes(widthPels);
  for (let at = 0; at < rows.length; at += 1) {
    const byte = rows[at] ?? 0;
    if (byte === 0) continue;
    const start = Math.floor(at / stride) * widthPels + (at % stride) * 8;
    for (let bit = 0; bit < 8; bit += 1) if ((byte & (0x80 >> bit)) !== 0) found(start + bit);
  }
}
