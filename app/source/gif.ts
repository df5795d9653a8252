import type { Bytes } from './bytes';
import { largerOf, type ImageFacts } from './image-facts';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;

/** Bytes of the colour table a packed field announces (GIF89a §18, §20). */
const colourTable = (packed: number): number => ((packed & 0x80) === 0 ? 0 : 3 << ((packed & 7) + 1));

/** Where the data sub-blocks from `at` on end (GIF89a §15). */
function afterSubBlocks(bytes: Bytes, at: number): number {
  let next = at;
  while (next < bytes.length && bytes.u8(next) !== 0) next += 1 + bytes.u8(next);
  return next + 1;
}

/** Reads a GIF's blocks to its trailer. The size is that of the screen or of a frame that reaches beyond it. */
export function readGif(bytes: Bytes): ImageFacts | null {
  let size = { widthPx: bytes.u16le(6), heightPx: bytes.u16le(8) };
  let hasPixels = false;
  let at = 13 + colourTable(bytes.u8(10));
  while (at < bytes.length && bytes.u8(at) !== TRAILER) {
    if (bytes.u8(at) === IMAGE) {
      const widthPx = bytes.u16le(at + 1) + bytes.u16le(at + 5);
      size = largerOf(size, { widthPx, heightPx: bytes.u16le(at + 3) + bytes.u16le(at + 7) });
      at = afterSubBlocks(bytes, at + 11 + colourTable(bytes.u8(at + 9)));
      hasPixels = true;
    } else if (bytes.u8(at) === EXTENSION) at = afterSubBlocks(bytes, at + 2);
    else break;
  }
  const complete = hasPixels && at < bytes.length && bytes.u8(at) === TRAILER;
  return size.widthPx === 0 ? null : { ...size, orientation: 1, complete };
}
