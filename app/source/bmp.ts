import type { Bytes } from './bytes';
import type { ImageFacts } from './image-facts';

const CORE_HEADER = 12;
const INFO_HEADER = 40;
const RLE8 = 1;
const RLE4 = 2;

/** Bytes of pixels a BMP needs after its headers. */
function pixelBytes(bytes: Bytes, widthPx: number, heightPx: number, bitsAPixel: number): number {
  const compression = bytes.u32le(14) === CORE_HEADER ? 0 : bytes.u32le(30);
  if (compression === RLE8 || compression === RLE4) return Math.max(bytes.u32le(34), 1);
  return Math.ceil((widthPx * bitsAPixel) / 32) * 4 * heightPx;
}

/** Reads a BMP's headers; `null` where they are of no known kind. */
export function readBmp(bytes: Bytes): ImageFacts | null {
  const headerBytes = bytes.u32le(14);
  if (headerBytes !== CORE_HEADER && headerBytes < INFO_HEADER) return null;
  const core = headerBytes === CORE_HEADER;
  const widthPx = core ? bytes.u16le(18) : bytes.i32le(18);
  const heightPx = core ? bytes.u16le(20) : Math.abs(bytes.i32le(22));
  const bitsAPixel = bytes.u16le(core ? 24 : 28);
  if (widthPx <= 0 || bitsAPixel === 0) return null;
  const end = bytes.u32le(10) + pixelBytes(bytes, widthPx, heightPx, bitsAPixel);
  return { widthPx, heightPx, orientation: 1, complete: end <= bytes.length };
}
