import type { Bytes } from './bytes';
import { exifOrientation } from './exif';
import type { ImageFacts } from './image-facts';

const SIGNATURE = '\x89PNG\r\n\x1a\n';
/** Length, type and check sum around a chunk's data (PNG §5.3). */
const CHUNK_FRAME = 12;

/** Reads a PNG's chunks; `null` where it does not begin as one must. */
export function readPng(bytes: Bytes): ImageFacts | null {
  if (!bytes.says(0, SIGNATURE) || !bytes.says(12, 'IHDR')) return null;
  const size = { widthPx: bytes.u32be(16), heightPx: bytes.u32be(20) };
  let orientation = 1;
  let hasPixels = false;
  for (let at = SIGNATURE.length; at + CHUNK_FRAME <= bytes.length; at += CHUNK_FRAME + bytes.u32be(at)) {
    if (bytes.says(at + 4, 'IDAT')) hasPixels = true;
    if (bytes.says(at + 4, 'eXIf')) orientation = exifOrientation(bytes, at + 8);
    if (bytes.says(at + 4, 'IEND')) return { ...size, orientation, complete: hasPixels };
  }
  return { ...size, orientation, complete: false };
}
