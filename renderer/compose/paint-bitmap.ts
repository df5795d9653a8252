import { type FaxBitmap, rowBytes } from '../../app/fax/bitmap';
import type { GreyImage } from '../../app/fax/grey';
import { resize } from '../../app/fax/resize';

const white = 0xffffffff;
const black = 0xff000000;

/** The pels as RGBA, one 32-bit word a pel: exactly what is sent, nothing smoothed. */
export function rgbaOf({ widthPels, scanLines, rows }: FaxBitmap): Uint8ClampedArray<ArrayBuffer> {
  const words = new Uint32Array(widthPels * scanLines);
  const stride = rowBytes(widthPels);
  for (let line = 0; line < scanLines; line += 1) {
    const row = line * stride;
    const start = line * widthPels;
    for (let pel = 0; pel < widthPels; pel += 1) {
      const bit = ((rows[row + (pel >> 3)] ?? 0) >> (7 - (pel & 7))) & 1;
      words[start + pel] = bit === 1 ? black : white;
    }
  }
  return new Uint8ClampedArray(words.buffer);
}

/** Puts the page on a canvas of as many dots as the page has pels. */
export function paintBitmap(canvas: HTMLCanvasElement, bitmap: FaxBitmap): void {
  canvas.width = bitmap.widthPels;
  canvas.height = bitmap.scanLines;
  canvas.getContext('2d')?.putImageData(new ImageData(rgbaOf(bitmap), bitmap.widthPels, bitmap.scanLines), 0, 0);
}

/** Puts the whole page on a canvas of fewer dots: each the mean of the pels it covers. */
export function paintReduced(canvas: HTMLCanvasElement, bitmap: FaxBitmap, width: number, height: number): void {
  const { pixels } = resize(unpacked(bitmap), width, height);
  const words = new Uint32Array(pixels.length);
  for (let i = 0; i < words.length; i += 1) words[i] = 0xff000000 | ((pixels[i] ?? 0) * 0x010101);
  canvas.width = width;
  canvas.height = height;
  const image = new ImageData(new Uint8ClampedArray(words.buffer), width, height);
  canvas.getContext('2d')?.putImageData(image, 0, 0);
}

/** The pels as bytes, 0 black and 255 white. */
function unpacked({ widthPels, scanLines, rows }: FaxBitmap): GreyImage {
  const pixels = new Uint8Array(widthPels * scanLines).fill(255);
  const stride = rowBytes(widthPels);
  for (let at = 0; at < rows.length; at += 1) {
    const byte = rows[at] ?? 0;
    if (byte === 0) continue;
    const start = Math.floor(at / stride) * widthPels + (at % stride) * 8;
    for (let bit = 0; bit < 8; bit += 1) if ((byte & (0x80 >> bit)) !== 0) pixels[start + bit] = 0;
  }
  return { width: widthPels, height: scanLines, pixels };
}
