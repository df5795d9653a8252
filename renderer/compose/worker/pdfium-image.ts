import { Bytes } from '../../../app/source/bytes';
import { LUMA_WEIGHTS } from './grey-pixels';
import { GREY_BITMAP, viewOf, withRoom, type Pdfium } from './pdfium-calls';

/** `FPDF_IMAGEOBJ_METADATA`: width, height, two resolutions, bits a pixel, colour space, a mark; 32 bits each. */
const METADATA_BYTES = 28;
const metadataAt = { width: 0, height: 4, bits: 16, colours: 20 } as const;

/** `FPDF_COLORSPACE_UNKNOWN` */
const UNKNOWN_COLOURS = 0;

/** `colours`: an `FPDF_COLORSPACE`. */
export type ImageFacts = Record<keyof typeof metadataAt, number>;

export function factsOf(pdfium: Pdfium, page: number, image: number): ImageFacts {
  return isCodedBy(pdfium, image, JPEG_2000) ? jpeg2000Facts(pdfium, image) : toldFacts(pdfium, page, image);
}

/** PDFium unpacks all of a JPEG 2000 before it tells its colours: 600 MB for 600 dots an inch. */
function jpeg2000Facts({ calls, memory }: Pdfium, image: number): ImageFacts {
  return withRoom(memory, 8, (at) => {
    calls.FPDFImageObj_GetImagePixelSize(image, at, at + 4);
    const size = viewOf(memory, at, 8);
    return { width: size.getUint32(0, true), height: size.getUint32(4, true), bits: 8, colours: UNKNOWN_COLOURS };
  });
}

function toldFacts({ calls, memory }: Pdfium, page: number, image: number): ImageFacts {
  return withRoom(memory, METADATA_BYTES, (at) => {
    calls.FPDFImageObj_GetImageMetadata(image, page, at);
    const metadata = viewOf(memory, at, METADATA_BYTES);
    const told = (what: keyof typeof metadataAt): number => metadata.getInt32(metadataAt[what], true);
    return { width: told('width'), height: told('height'), bits: told('bits'), colours: told('colours') };
  });
}

/** Filters (ISO 32000-1 Table 6). */
const JPEG = 'DCTDecode';
const JPEG_2000 = 'JPXDecode';

/** Whether a picture's stream is a JPEG as it is. */
export const isJpeg = (pdfium: Pdfium, image: number): boolean =>
  pdfium.calls.FPDFImageObj_GetImageFilterCount(image) === 1 && isCodedBy(pdfium, image, JPEG);

/** Whether a picture is coded by a filter, within any others. */
function isCodedBy({ calls, memory }: Pdfium, image: number, filter: string): boolean {
  const last = calls.FPDFImageObj_GetImageFilterCount(image) - 1;
  return withRoom(memory, filter.length + 1, (at) => {
    const length = calls.FPDFImageObj_GetImageFilter(image, last, at, filter.length + 1);
    return length === filter.length + 1 && new Bytes(memory.HEAPU8).says(at, filter);
  });
}

/** What `work` makes of a picture's stream, decrypted, which is PDFium's. */
export function withCoded<T>({ calls, memory }: Pdfium, image: number, work: (coded: Uint8Array) => T): T {
  const length = calls.FPDFImageObj_GetImageDataRaw(image, 0, 0);
  return withRoom(memory, length, (at) => {
    calls.FPDFImageObj_GetImageDataRaw(image, at, length);
    return work(memory.HEAPU8.subarray(at, at + length));
  });
}

/** `FPDFBitmap_BGR`: where its two values are told colours. */
const BLUE_GREEN_RED = 2;

/** Decodes a picture of one bit a pixel into grey bytes, `lit` where PDFium has light; whether it could. */
export function bitmapOf({ calls, memory }: Pdfium, image: number, lit: 'white' | 'black', into: Uint8Array): boolean {
  const bitmap = calls.FPDFImageObj_GetBitmap(image);
  if (bitmap === 0) return false;
  try {
    const bytesAPixel = { [GREY_BITMAP]: 1, [BLUE_GREEN_RED]: 3 }[calls.FPDFBitmap_GetFormat(bitmap)];
    const [width, height] = [calls.FPDFBitmap_GetWidth(bitmap), calls.FPDFBitmap_GetHeight(bitmap)];
    if (bytesAPixel === undefined || width * height !== into.length) return false;
    const [from, stride] = [calls.FPDFBitmap_GetBuffer(bitmap), calls.FPDFBitmap_GetStride(bitmap)];
    const { HEAPU8: bytes } = memory;
    for (let y = 0, row = from; y < height; y++, row += stride) {
      const pixels = bytes.subarray(row, row + width * bytesAPixel);
      into.set(bytesAPixel === 1 ? pixels : greyOf(pixels), y * width);
    }
    if (lit === 'black') for (let at = 0; at < into.length; at++) into[at] = 255 - (into[at] ?? 0);
    return true;
  } finally {
    calls.FPDFBitmap_Destroy(bitmap);
  }
}

function greyOf(colours: Uint8Array): Uint8Array {
  const [blueWeight, greenWeight, redWeight] = LUMA_WEIGHTS.bgra;
  const grey = new Uint8Array(colours.length / 3);
  for (let i = 0, at = 0; i < grey.length; i++, at += 3) {
    const [blue, green, red] = [colours[at] ?? 0, colours[at + 1] ?? 0, colours[at + 2] ?? 0];
    grey[i] = (blueWeight * blue + greenWeight * green + redWeight * red) >> 8;
  }
  return grey;
}
