import { floatsOf, viewOf, withRoom, type Pdfium } from './pdfium-calls';

/** `FPDF_PAGEOBJ_TEXT`, `…_PATH`, `…_IMAGE`, `…_FORM` */
export const TEXT = 1;
export const PATH = 2;
export const IMAGE = 3;
export const FORM = 5;

/** `FPDF_TEXTRENDERMODE_INVISIBLE`: what was recognised on a scan. From the next mode on, letters clip what comes after them. */
export const INVISIBLE = 3;

/** a, b, c, d, e, f (ISO 32000-1 §8.3.3). */
export type Matrix = readonly number[];

/** What brings an object to where it is used; `null` where PDFium does not tell. */
export const matrixOf = (pdfium: Pdfium, object: number): Matrix | null =>
  floatsOf(pdfium, 6, (at) => pdfium.calls.FPDFPageObj_GetMatrix(object, at));

/** Red, green, blue and opacity; 32 bits each. */
const COLOUR_BYTES = 16;

/** Whether an object is filled by a colour whose parts are all of this value: 0 is black, 255 white; `null` where PDFium does not tell. */
export function isFilledBy({ calls, memory }: Pdfium, object: number, value: 0 | 255): boolean | null {
  return withRoom(memory, COLOUR_BYTES, (at) => {
    if (!calls.FPDFPageObj_GetFillColor(object, at, at + 4, at + 8, at + 12)) return null;
    const colour = viewOf(memory, at, COLOUR_BYTES);
    return [0, 4, 8].every((part) => colour.getUint32(part, true) === value);
  });
}
