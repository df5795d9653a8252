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

/** Reads a JPEG's segments to its end-of-image; `null` where no frame comes before the first scan. */
export function readJpeg(bytes: Bytes): ImageFacts | null {
  let size = { widthPx: 0, heightPx: 0 };
  let orientation = 1;
  let complete = false;
  for (let at = 2; at + 1 < bytes.length && !complete;) {
    const marker = bytes.u8(at + 1);
    if (bytes.u8(at) !== 0xff) break;
    if (marker === 0xff) at += 1;
    else if (standsAlone(marker)) at += 2;
    else if (marker === END_OF_IMAGE) complete = true;
    else {
      if (isFrame(marker)) size = { widthPx: bytes.u16be(at + 7), heightPx: bytes.u16be(at + 5) };
      if (marker === APP1 && bytes.says(at + 4, EXIF)) orientation = exifOrientation(bytes, at + 4 + EXIF.length);
      const next = at + 2 + Math.max(bytes.u16be(at + 2), 2);
      at = marker === START_OF_SCAN ? afterScan(bytes, next) : next;
    }
  }
  return size.widthPx === 0 ? null : { ...size, orientation, complete };
}
