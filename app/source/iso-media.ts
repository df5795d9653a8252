import type { Bytes } from './bytes';
import { exifOrientation } from './exif';
import { boxesIn, childrenOf, FULL_BOX_FIELDS, type Box } from './iso-boxes';
import { itemOf } from './iso-items';
import { largerOf, type ImageFacts } from './image-facts';

const AVIF = ['avif', 'avis'];
const HEIF = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/** The codec of an ISO media file that holds images, by its brands (ISO/IEC 23008-12 §10); `null` where it is none. */
export function isoImageKind(bytes: Bytes): 'avif' | 'heic' | null {
  if (!bytes.says(4, 'ftyp')) return null;
  const end = Math.min(bytes.u32be(0), bytes.length);
  const brands: number[] = [8];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(at);
  const has = (names: readonly string[]): boolean => brands.some((at) => names.some((name) => bytes.says(at, name)));
  if (has(AVIF)) return 'avif';
  return has(HEIF) ? 'heic' : null;
}

/** Orientation of the EXIF item, whose data begins with how many bytes there are before its TIFF header. */
function exifOf(bytes: Bytes, meta: readonly Box[]): number {
  const item = itemOf(bytes, meta, 'Exif');
  return item === null ? 1 : exifOrientation(bytes, item + 4 + bytes.u32be(item));
}

/** Turns and mirrorings that decoders obey. Where there are any, EXIF only repeats them (ISO/IEC 23008-12 §6.5.10, annex A.2.1). */
const TRANSFORMS = ['irot', 'imir'];

/**
 * Reads the boxes of an AVIF or HEIC; `null` where none states a size. Turns stated as properties are left to who decodes it; `orientation` is what
 * is still to be done after that.
 */
export function readIsoImage(bytes: Bytes): ImageFacts | null {
  const { boxes, complete } = boxesIn(bytes, 0, bytes.length);
  const meta = [...childrenOf(bytes, boxes, 'meta', FULL_BOX_FIELDS)];
  const properties = [...childrenOf(bytes, childrenOf(bytes, meta, 'iprp', 0), 'ipco', 0)];
  const isTurned = properties.some(({ type }) => TRANSFORMS.some((name) => bytes.says(type, name)));
  let size = { widthPx: 0, heightPx: 0 };
  for (const { type, start } of properties) {
    if (!bytes.says(type, 'ispe')) continue;
    size = largerOf(size, { widthPx: bytes.u32be(start + 4), heightPx: bytes.u32be(start + 8) });
  }
  const orientation = isTurned ? 1 : exifOf(bytes, meta);
  const hasPixels = [...boxes, ...meta].some(({ type }) => bytes.says(type, 'mdat') || bytes.says(type, 'idat'));
  return size.widthPx === 0 ? null : { ...size, orientation, complete: complete && hasPixels };
}
