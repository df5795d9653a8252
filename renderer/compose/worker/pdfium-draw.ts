import type { Frame } from '../../../app/fax/frame';
import type { GreyImage } from '../../../app/fax/grey';
import {
  GREY_BITMAP,
  PdfTooHeavyError,
  withRoom,
  type Pdfium,
  type PdfiumCalls,
  type RenderPlace,
} from './pdfium-calls';

const WHITE = 255;
/** `FPDF_ANNOT`, `FPDF_GRAYSCALE` and `FPDF_PRINTING`: annotations as they print. */
const AS_PRINTED = 0x01 | 0x08 | 0x800;

/** Copies pixels, which are PDFium's. */
export type Keep = (pixels: Uint8Array) => Uint8Array;

/** What is drawn of a page, and how large. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly frame: Frame;
}

export const WHOLE: Frame = { left: 0, top: 0, right: 1, bottom: 1 };

/** Where all of a page lies when what is in `frame` takes `width` × `height`. */
function placeOf(width: number, height: number, { left, top, right, bottom }: Frame): RenderPlace {
  const [across, down] = [width / (right - left), height / (bottom - top)];
  const [x, y] = [Math.round(-left * across), Math.round(-top * down)];
  return [x, y, Math.round(across), Math.round(down), 0, AS_PRINTED];
}

/**
 * What is in a frame of a page, in grey on white.
 * @throws PdfTooHeavyError
 */
export function draw(
  { calls, memory, wasRefused }: Pdfium,
  page: number,
  form: number,
  { width, height, frame }: Drawn,
  keep: Keep,
): GreyImage {
  return withRoom(memory, width * height, (at) => {
    const bitmap = calls.FPDFBitmap_CreateEx(width, height, GREY_BITMAP, at, width);
    const place = placeOf(width, height, frame);
    try {
      wasRefused();
      memory.HEAPU8.fill(WHITE, at, at + width * height);
      calls.FPDF_RenderPageBitmap(bitmap, page, ...place);
      if (form !== 0) drawFields(calls, form, bitmap, page, place);
      if (wasRefused()) throw new PdfTooHeavyError('PDFium has too little memory for the page.');
      return { width, height, pixels: keep(memory.HEAPU8.subarray(at, at + width * height)) };
    } finally {
      calls.FPDFBitmap_Destroy(bitmap);
    }
  });
}

function drawFields(calls: PdfiumCalls, form: number, bitmap: number, page: number, place: RenderPlace): void {
  calls.FORM_OnAfterLoadPage(page, form);
  calls.FPDF_FFLDraw(form, bitmap, page, ...place);
  calls.FORM_OnBeforeClosePage(page, form);
}
