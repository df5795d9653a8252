import { IMAGE, INVISIBLE, isFilledBy, TEXT } from './pdfium-object';
import { bitmapOf, factsOf, isJpeg, withCoded } from './pdfium-image';
import { isPlainlyShown, orientationOf } from './pdfium-place';
import type { Pdfium } from './pdfium-calls';

/** The picture that is all there is to see on a page. */
export type PagePicture = JpegPicture | BilevelPicture;

interface OnPage {
  /** As in EXIF: how it stands on the page as that is shown. */
  readonly orientation: number;
  readonly width: number;
  readonly height: number;
  /** Its stream, decrypted, in PDFium's memory. */
  readonly coded: Uint8Array;
}

export interface JpegPicture extends OnPage {
  readonly kind: 'jpeg';
}

/** Of one bit a pixel, however it is coded: most are faxes. */
export interface BilevelPicture extends OnPage {
  readonly kind: 'bilevel';
  /** Decodes it to black and white bytes; whether PDFium can. */
  readonly decode: (grey: Uint8Array) => boolean;
}

type Kind = Omit<JpegPicture, keyof OnPage> | Omit<BilevelPicture, keyof OnPage>;

const BLACK = 0;

/** `FPDF_COLORSPACE_UNKNOWN`, as a stencil has it; `…_DEVICEGRAY`, `…_DEVICERGB`, `…_ICCBASED`; `…_INDEXED` */
const NO_COLOURS = 0;
const jpegColours = [1, 2, 7];
const bilevelColours = [1, 2, 7, 10];

/**
 * What `work` makes of the picture a page consists of; `null` where there is more to see, or less, or where it is neither a JPEG nor black and
 * white. PDFium does not tell whether its dictionary has it look otherwise.
 */
export function withPicture<T>(pdfium: Pdfium, page: number, work: (picture: PagePicture) => T): T | null {
  const top = topmost(pdfium, page);
  if (top === null || !isPlainlyShown(pdfium, page, top.image)) return null;
  const { image, isAlone } = top;
  const orientation = orientationOf(pdfium, page, image);
  if (orientation === null) return null;
  const { width, height, bits, colours } = factsOf(pdfium, page, image);
  const withStream = (kind: Kind): T | null =>
    withCoded(pdfium, image, (coded) => work({ ...kind, orientation, width, height, coded }));
  if (bits === 1) {
    const lit = bilevelColours.includes(colours) ? 'white' : 'black';
    // What is painted through a stencil (ISO 32000-1 §8.9.6.2).
    const isStencil = colours === NO_COLOURS && isAlone && isFilledBy(pdfium, image, BLACK) === true;
    if (lit === 'black' && !isStencil) return null;
    return withStream({ kind: 'bilevel', decode: (grey) => bitmapOf(pdfium, image, lit, grey) });
  }
  return jpegColours.includes(colours) && isJpeg(pdfium, image) ? withStream({ kind: 'jpeg' }) : null;
}

/** The picture that lies on all else, if one does, and whether there is nothing else. */
function topmost(pdfium: Pdfium, page: number): { image: number; isAlone: boolean } | null {
  const { calls } = pdfium;
  if (calls.FPDFPage_GetAnnotCount(page) > 0) return null;
  const index = seenBelow(pdfium, page, calls.FPDFPage_CountObjects(page));
  if (index === null) return null;
  const image = calls.FPDFPage_GetObject(page, index);
  if (calls.FPDFPageObj_GetType(image) !== IMAGE || hasClippingText(pdfium, page)) return null;
  return { image, isAlone: seenBelow(pdfium, page, index) === null };
}

function hasClippingText({ calls }: Pdfium, page: number): boolean {
  for (let index = calls.FPDFPage_CountObjects(page) - 1; index >= 0; index--) {
    const object = calls.FPDFPage_GetObject(page, index);
    if (calls.FPDFPageObj_GetType(object) !== TEXT) continue;
    if (calls.FPDFTextObj_GetTextRenderMode(object) > INVISIBLE) return true;
  }
  return false;
}

/** The next object below the one at `index`, but for text that nobody sees. */
function seenBelow({ calls }: Pdfium, page: number, index: number): number | null {
  for (let below = index - 1; below >= 0; below--) {
    const object = calls.FPDFPage_GetObject(page, below);
    const isText = calls.FPDFPageObj_GetType(object) === TEXT;
    if (!isText || calls.FPDFTextObj_GetTextRenderMode(object) !== INVISIBLE) return below;
  }
  return null;
}
