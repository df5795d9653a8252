import type { PlacedPicture } from '../../../app/source/pdf-photograph';
import { floatsOf, viewOf, withRoom, type Pdfium } from './pdfium-calls';
import { factsOf } from './pdfium-image';
import { FORM, IMAGE, INVISIBLE, isFilledBy, matrixOf, PATH, TEXT, type Matrix } from './pdfium-object';
import { cornersOf } from './pdfium-place';

/** `FPDF_TEXTRENDERMODE_CLIP`: nothing is painted, as by `INVISIBLE`. */
const CLIPS_ONLY = 7;

const WHITE = 255;

/** Scans come in some hundred strips at most. */
const MOST_PICTURES = 1000;

/** Programs put a picture into a form, or that into another. */
const MOST_FORMS_DEEP = 4;

/** What is on a page, or in a form on it. */
interface Content {
  readonly count: number;
  readonly at: (index: number) => number;
  /** Bring it to the page. */
  readonly matrices: readonly Matrix[];
}

/** A picture, and what brings it to the page. */
interface Found {
  readonly image: number;
  readonly matrices: readonly Matrix[];
}

/** The pictures on a page, from the bottom up; `null` where anything else is seen, too, or they are too many. */
export function picturesOn(pdfium: Pdfium, page: number): PlacedPicture[] | null {
  const { calls } = pdfium;
  if (calls.FPDFPage_GetAnnotCount(page) > 0) return null;
  const count = calls.FPDFPage_CountObjects(page);
  const found: Found[] = [];
  const areAll = collect(pdfium, { count, at: (index) => calls.FPDFPage_GetObject(page, index), matrices: [] }, found);
  if (!areAll) return null;
  return found.map(({ image, matrices }) => {
    const { width, height, bits } = factsOf(pdfium, page, image);
    return { ...cornersOf(pdfium, page, matrices), width, height, bits };
  });
}

/** Adds the pictures to `found`; whether nothing else is seen. */
function collect(pdfium: Pdfium, { count, at, matrices }: Content, found: Found[]): boolean {
  for (let index = 0; index < count; index++) {
    const object = at(index);
    const type = pdfium.calls.FPDFPageObj_GetType(object);
    if (type !== IMAGE && type !== FORM) {
      if (isSeen(pdfium, object, type)) return false;
      continue;
    }
    const matrix = matrixOf(pdfium, object);
    if (matrix === null) return false;
    const inner = [matrix, ...matrices];
    if (type === IMAGE) {
      if (found.push({ image: object, matrices: inner }) > MOST_PICTURES) return false;
    } else if (inner.length > MOST_FORMS_DEEP || !collect(pdfium, formContent(pdfium, object, inner), found))
      return false;
  }
  return true;
}

const formContent = ({ calls }: Pdfium, form: number, matrices: readonly Matrix[]): Content => ({
  count: calls.FPDFFormObj_CountObjects(form),
  at: (index) => calls.FPDFFormObj_GetObject(form, index),
  matrices,
});

/** Whether anything of a text, a path or a shading can be told from the white of the page. */
function isSeen(pdfium: Pdfium, object: number, type: number): boolean {
  if (type === TEXT) {
    const mode = pdfium.calls.FPDFTextObj_GetTextRenderMode(object);
    return mode !== INVISIBLE && mode !== CLIPS_ONLY && hasExtent(pdfium, object);
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
function isPathSeen(pdfium: Pdfium, path: number): boolean {
  const { calls, memory } = pdfium;
  return withRoom(memory, 8, (at) => {
    if (!calls.FPDFPath_GetDrawMode(path, at, at + 4)) return true;
    const mode = viewOf(memory, at, 8);
    const [isFilled, isStroked] = [mode.getInt32(0, true) !== 0, mode.getInt32(4, true) !== 0];
    return isStroked || (isFilled && isFilledBy(pdfium, path, WHITE) !== true);
  });
}
