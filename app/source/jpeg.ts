import type { Bytes } from './bytes';
import { exifOrientation } from './exif';
import type { ImageFacts } from './image-facts';

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const APP1 = 0xe1;
const EXIF = 'Exif\0\0';

/** A start-of-frame marker of any process: C0 to CF but the tables and extensions among them (T.81 Table B.1). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Markers without a length: TEM, RST0 to RST7, SOI. */
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** A stuffed or fill byte, or a restart: no marker that ends entropy-coded data. */
const isInsideScan = (marker: number): boolean => marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7);

/** Where the next marker's FF stands after entropy-coded data from `at` on; the length where none does. */
function afterScan(bytes: Bytes, at: number): number {
  let ff = bytes.all.indexOf(0xff, at);
  while (ff >= 0 && ff + 1 < bytes.length && isInsideScan(bytes.u8(ff + 1))) ff = bytes.all.indexOf(0xff, ff + 1);
  return ff < 0 || ff + 1 >= bytes.length ? bytes.length : ff;
}

/** Where the next marker's FF should stand after the one at `at`, and all that belongs to it. */
function afterMarker(bytes: Bytes, at: number): number {
  const marker = bytes.u8(at + 1);
  if (marker === 0xff) return at + 1;
  if (standsAlone(marker)) return at + 2;
  const next = at + 2 + Math.max(bytes.u16be(at + 2), 2);
  return marker === START_OF_SCAN ? afterScan(bytes, next) : next;
}

/** Whether an end of image comes after `from`. */
function hasEndAfter(bytes: Bytes, from: number): boolean {
  let at = bytes.all.lastIndexOf(END_OF_IMAGE);
  while (at > from && bytes.u8(at - 1) !== 0xff) at = bytes.all.lastIndexOf(END_OF_IMAGE, at - 1);
  return at > from;
}

/** Whether one marker leads to the next up to the end of image. It reads the whole file; the kernels find out while they decode it. */
export function isWholeJpeg(bytes: Bytes): boolean {
  for (let at = 2; at + 1 < bytes.length && bytes.u8(at) === 0xff; at = afterMarker(bytes, at))
    if (bytes.u8(at + 1) === END_OF_IMAGE) return true;
  return false;
}

/** Reads a JPEG's segments up to its first scan; `null` where no frame comes before that. It is complete where it has an end of image. */
export function readJpeg(bytes: Bytes): ImageFacts | null {
  let size = { widthPx: 0, heightPx: 0 };
  let orientation = 1;
  let at = 2;
  for (; at + 1 < bytes.length && bytes.u8(at) === 0xff; at = afterMarker(bytes, at)) {
    const marker = bytes.u8(at + 1);
    if (marker === START_OF_SCAN || marker === END_OF_IMAGE) break;
    if (isFrame(marker)) size = { widthPx: bytes.u16be(at + 7), heightPx: bytes.u16be(at + 5) };
    if (marker === APP1 && bytes.says(at + 4, EXIF)) orientation = exifOrientation(bytes, at + 4 + EXIF.length);
  }
  return size.widthPx === 0 ? null : { ...size, orientation, complete: hasEndAfter(bytes, at + 2) };
}
