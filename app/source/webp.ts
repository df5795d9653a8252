import type { Bytes } from './bytes';
import { exifOrientation } from './exif';
import { largerOf, type ImageFacts } from './image-facts';

const EXIF = 'Exif\0\0';
const CHUNK_HEADER = 8;

const none = { widthPx: 0, heightPx: 0 };

/** The size a chunk's data at `at` states (RFC 9649 §2.5 to §2.7). */
function sizeIn(bytes: Bytes, type: number, at: number): { widthPx: number; heightPx: number } {
  if (bytes.says(type, 'VP8X')) return { widthPx: bytes.u24le(at + 4) + 1, heightPx: bytes.u24le(at + 7) + 1 };
  if (bytes.says(type, 'VP8 '))
    return { widthPx: bytes.u16le(at + 6) & 0x3fff, heightPx: bytes.u16le(at + 8) & 0x3fff };
  if (!bytes.says(type, 'VP8L') || bytes.u8(at) !== 0x2f) return none;
  const bits = bytes.u32le(at + 1);
  return { widthPx: (bits & 0x3fff) + 1, heightPx: ((bits >>> 14) & 0x3fff) + 1 };
}

const isPixels = (bytes: Bytes, type: number): boolean =>
  ['VP8 ', 'VP8L', 'ANMF'].some((name) => bytes.says(type, name));

/** Reads a WebP's chunks; `null` where none states a size. */
export function readWebp(bytes: Bytes): ImageFacts | null {
  const end = CHUNK_HEADER + bytes.u32le(4);
  let size = none;
  let orientation = 1;
  let hasPixels = false;
  for (let at = 12; at + CHUNK_HEADER <= Math.min(end, bytes.length);) {
    const start = at + CHUNK_HEADER;
    size = largerOf(size, sizeIn(bytes, at, start));
    const next = start + bytes.u32le(at + 4);
    hasPixels ||= isPixels(bytes, at) && next <= bytes.length;
    if (bytes.says(at, 'EXIF'))
      orientation = exifOrientation(bytes, bytes.says(start, EXIF) ? start + EXIF.length : start);
    at = next + (next & 1);
  }
  return size.widthPx === 0 ? null : { ...size, orientation, complete: hasPixels && end <= bytes.length };
}
