import type { Spot } from '../../../app/source/pdf-picture';
import type { PlacedPicture } from '../../../app/source/pdf-photograph';
import { floatsOf, viewOf, withRoom, type Pdfium } from './pdfium-calls';
import { factsOf } from './pdfium-image';
import { spotOf } from './pdfium-place';

/** `FPDF_PAGEOBJ_TEXT`, `…_PATH`, `…_IMAGE`, `…_FORM` */
const TEXT = 1;
const PATH = 2;
const IMAGE = 3;
const FORM = 5;

/** `FPDF_TEXTRENDERMODE_INVISIBLE`, `…_CLIP`: nothing is painted. */
const unpainted = [3, 7];

/** Scans come in some hundred strips at most. */
const MOST_PICTURES = 1000;

/** Programs put a picture into a form, or that into another. */
const MOST_FORMS_DEEP = 4;

/** a, b, c, d, e, f (ISO 32000-1 §8.3.3). */
type Matrix = readonly number[];

/** What is on a page, or in a form on it. */
interface Content {
  readonly count: number;
  readonly at: (index: number) => number;
  /** Brings it to the page. */
  readonly matrices: readonly Matrix[];
}

/** The pictures on a page, from the bottom up; `null` where anything else is seen, too, or they are too many. */
export function picturesOn(pdfium: Pdfium, page: number): PlacedPicture[] | null {
  const { calls } = pdfium;
  if (calls.FPDFPage_GetAnnotCount(page) > 0) return null;
  const pictures: PlacedPicture[] = [];
  const collect = ({ count, at, matrices }: Content): boolean => {
    for (let index = 0; index < count; index++) {
      const object = at(index);
      const type = calls.FPDFPageObj_GetType(object);
      if (type === IMAGE) {
        if (pictures.push(placed(pdfium, page, object, matrices)) > MOST_PICTURES) return false;
      } else if (type === FORM) {
        if (matrices.length === MOST_FORMS_DEEP || !collect(formContent(pdfium, object, matrices))) return false;
      } else if (isSeen(pdfium, object, type)) return false;
    }
    return true;
  };
  const count = calls.FPDFPage_CountObjects(page);
  return collect({ count, at: (index) => calls.FPDFPage_GetObject(page, index), matrices: [] }) ? pictures : null;
}

const formContent = (pdfium: Pdfium, form: number, matrices: readonly Matrix[]): Content => ({
  count: pdfium.calls.FPDFFormObj_CountObjects(form),
  at: (index) => pdfium.calls.FPDFFormObj_GetObject(form, index),
  matrices: [matrixOf(pdfium, form), ...matrices],
});

const matrixOf = (pdfium: Pdfium, object: number): Matrix =>
  floatsOf(pdfium, 6, (at) => pdfium.calls.FPDFPageObj_GetMatrix(object, at)) ?? [];

/** A picture is a square of 1 × 1 whose upper left corner is 0, 1 (ISO 32000-1 §8.9.5.1). */
function placed(pdfium: Pdfium, page: number, image: number, matrices: readonly Matrix[]): PlacedPicture {
  const all = [matrixOf(pdfium, image), ...matrices];
  const shown = (x: number, y: number): Spot => {
    const at = all.reduce((spot, matrix) => moved(spot, matrix), { x, y });
    return spotOf(pdfium, page, at.x, at.y);
  };
  const { width, height, bits } = factsOf(pdfium, page, image);
  return { topLeft: shown(0, 1), topRight: shown(1, 1), bottomLeft: shown(0, 0), width, height, bits };
}

const moved = ({ x, y }: Spot, [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: Matrix): Spot => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
});

/** Whether anything of a text, a path or a shading can be told from the white of the page. */
function isSeen(pdfium: Pdfium, object: number, type: number): boolean {
  if (type === TEXT) {
    const isPainted = !unpainted.includes(pdfium.calls.FPDFTextObj_GetTextRenderMode(object));
    return isPainted && hasExtent(pdfium, object);
  }
  return type !== PATH || isPathSeen(pdfium, object);
}

/** Spaces, as Word puts after every picture, have none. */
function hasExtent(pdfium: Pdfium, object: number): boolean {
  const [left = 0, bottom = 0, right = 0, top = 0] =
    floatsOf(pdfium, 4, (at) => pdfium.calls.FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) ?? [];
  return right > left && top > bottom;
}

/** Many programs paint the page white first. */
function isPathSeen({ calls, memory }: Pdfium, path: number): boolean {
  return withRoom(memory, 16, (at) => {
    if (!calls.FPDFPath_GetDrawMode(path, at, at + 4)) return true;
    const mode = viewOf(memory, at, 8);
    const [isFilled, isStroked] = [mode.getInt32(0, true) !== 0, mode.getInt32(4, true) !== 0];
    if (isStroked || !isFilled) return isStroked;
    if (!calls.FPDFPageObj_GetFillColor(path, at, at + 4, at + 8, at + 12)) return true;
    const colour = viewOf(memory, at, 12);
    return ![0, 4, 8].every((part) => colour.getUint32(part, true) === 255);
  });
}
