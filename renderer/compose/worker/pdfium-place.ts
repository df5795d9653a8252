import { isAroundPage, orientationOnPage, type Spot } from '../../../app/source/pdf-picture';
import { Bytes } from '../../../app/source/bytes';
import { floatsOf, viewOf, withRoom, type Pdfium } from './pdfium-calls';
import { matrixOf, type Matrix } from './pdfium-object';

/** Whether a picture is opaque, of no layer, and not clipped to less than the page. */
export const isPlainlyShown = (pdfium: Pdfium, page: number, image: number): boolean =>
  !pdfium.calls.FPDFPageObj_HasTransparency(image) && !isInLayer(pdfium, image) && !isClipped(pdfium, page, image);

/** The mark of optional content (ISO 32000-1 §8.11.3.2), in UTF-16. */
const LAYER = 'O\0C\0\0\0';

function isInLayer({ calls, memory }: Pdfium, image: number): boolean {
  return withRoom(memory, LAYER.length + 4, (at) => {
    for (let index = calls.FPDFPageObj_CountMarks(image) - 1; index >= 0; index--) {
      const mark = calls.FPDFPageObj_GetMark(image, index);
      // A name that is too long for the room is not written.
      memory.HEAPU8.fill(0, at, at + LAYER.length);
      calls.FPDFPageObjMark_GetName(mark, at, LAYER.length, at + LAYER.length);
      if (new Bytes(memory.HEAPU8).says(at, LAYER)) return true;
    }
    return false;
  });
}

function isClipped(pdfium: Pdfium, page: number, image: number): boolean {
  const { calls } = pdfium;
  const clip = calls.FPDFPageObj_GetClipPath(image);
  for (let path = calls.FPDFClipPath_CountPaths(clip) - 1; path >= 0; path--) {
    const outline = outlineOf(pdfium, page, clip, path);
    if (outline === null || !isAroundPage(outline)) return true;
  }
  return false;
}

/** `FPDF_SEGMENT_BEZIERTO` */
const CURVE = 1;

/** The corners of a clip; `null` where it is round, or PDFium does not tell. */
function outlineOf(pdfium: Pdfium, page: number, clip: number, path: number): Spot[] | null {
  const { calls } = pdfium;
  const spots: Spot[] = [];
  const count = calls.FPDFClipPath_CountPathSegments(clip, path);
  for (let index = 0; index < count; index++) {
    const segment = calls.FPDFClipPath_GetPathSegment(clip, path, index);
    if (calls.FPDFPathSegment_GetType(segment) === CURVE) return null;
    const point = floatsOf(pdfium, 2, (at) => calls.FPDFPathSegment_GetPoint(segment, at, at + 4));
    if (point === null) return null;
    const [x = 0, y = 0] = point;
    spots.push(spotOf(pdfium, page, x, y));
  }
  return spots;
}

/** How a picture that covers the page stands on it; `null` where none does. */
export function orientationOf(pdfium: Pdfium, page: number, image: number): number | null {
  const matrix = matrixOf(pdfium, image);
  if (matrix === null) return null;
  const { topLeft, topRight, bottomLeft } = cornersOf(pdfium, page, [matrix]);
  return orientationOnPage(topLeft, topRight, bottomLeft);
}

/** Where the corners of a picture are shown: a square of 1 × 1 whose upper left one is 0, 1, brought to its place by one matrix after the other (ISO 32000-1 §8.9.5.1). */
export function cornersOf(
  pdfium: Pdfium,
  page: number,
  matrices: readonly Matrix[],
): Record<'topLeft' | 'topRight' | 'bottomLeft', Spot> {
  const shown = (corner: Spot): Spot => {
    const { x, y } = matrices.reduce(moved, corner);
    return spotOf(pdfium, page, x, y);
  };
  return { topLeft: shown({ x: 0, y: 1 }), topRight: shown({ x: 1, y: 1 }), bottomLeft: shown({ x: 0, y: 0 }) };
}

const moved = ({ x, y }: Spot, [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: Matrix): Spot => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
});

/** A page is measured as if it were shown so large: PDFium tells whole numbers. */
const FINENESS = 10_000;

/** Where a point, in the page's own measure, is shown. */
function spotOf({ calls, memory }: Pdfium, page: number, x: number, y: number): Spot {
  return withRoom(memory, 8, (at) => {
    calls.FPDF_PageToDevice(page, 0, 0, FINENESS, FINENESS, 0, x, y, at, at + 4);
    const shown = viewOf(memory, at, 8);
    return { x: shown.getInt32(0, true) / FINENESS, y: shown.getInt32(4, true) / FINENESS };
  });
}
