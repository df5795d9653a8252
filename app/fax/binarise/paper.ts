import type { GreyImage } from '../grey';
import type { Kernels } from '../kernels/kernels';
import type { Resolution } from '../profile';
import { close, open } from './neighbourhood';

/** Side of a cell in pels; as many scan lines at fine, half as many in standard resolution: 2 mm either way. */
export const CELL_PELS = 16;

/** Scan lines of a cell. */
export const cellLines = (resolution: Resolution): number => (resolution === 'fine' ? CELL_PELS : CELL_PELS / 2);

/** Dark things up to this many cells across (1.8 cm) lie on the paper; larger ones are taken for paper in shadow. */
const LARGEST_INK_CELLS = 9;

/** What is darker than this part of the page's light paper is ink, unless there is print on it: then it is paper in deep shadow. */
const SHADOW = 0.3;

/** Paper in shadow is never darker than this part. */
const DEEPEST_SHADOW = 0.06;

/** Print is darker than the paper in its cell by at least this part of that paper, and by so many values, more than noise. */
const PRINT = 0.25;
const LEAST_PRINT = 6;

/** Print leaves gaps of up to twice this many cells, and is no print where it is narrower than twice as many cells and one. */
const PRINT_GAP_CELLS = 2;
const PRINT_SPOT_CELLS = 2;

/** Paper goes on for up to this many cells (2.4 cm) beside print. */
const PRINT_MARGIN_CELLS = 12;

/** The value that `fraction` of all pixels do not exceed. */
export function quantile(image: GreyImage, fraction: number, kernels: Kernels): number {
  const { length } = image.pixels;
  const wanted = Math.min(Math.floor(length * fraction), length - 1);
  let seen = 0;
  return Math.max(
    kernels.histogram(image).findIndex((count) => (seen += count) > wanted),
    0,
  );
}

/** What is known of a page before it is made black and white. */
export interface PageSurvey {
  /** The mean of each block. */
  readonly blocks: GreyImage;
  /** Lightest 4 × 4 pels of each cell. */
  readonly lightest: GreyImage;
  /** The paper's brightness under each cell, ink removed. */
  readonly paper: GreyImage;
}

/** 255 in the cells of `dark` that hold print, or lie in its gaps or margins. */
function printedOn(dark: GreyImage, blocks: GreyImage, lightest: GreyImage, kernels: Kernels): GreyImage {
  const darkest = kernels.extremes(blocks, 'darkest');
  const strokes = dark.pixels.map((isDark, cell) => {
    const light = lightest.pixels[cell] ?? 0;
    return light - (darkest.pixels[cell] ?? 0) >= Math.max(light * PRINT, LEAST_PRINT) ? isDark : 0;
  });
  const filled = close({ ...dark, pixels: strokes }, PRINT_GAP_CELLS, kernels);
  return kernels.fold(open(filled, PRINT_SPOT_CELLS, kernels), PRINT_MARGIN_CELLS, 'lightest');
}

/** The paper where it lies in shadow too deep to be told from ink but by the print on it; and ink as it is, on paper that is lighter. */
function withInk(closed: GreyImage, blocks: GreyImage, lightest: GreyImage, kernels: Kernels): GreyImage {
  const light = quantile(closed, 0.9, kernels);
  const [ink, deepest] = [Math.max(light * SHADOW, 1), Math.max(light * DEEPEST_SHADOW, 1)];
  const dark = kernels.mark(closed, 'below', ink);
  if (!dark.pixels.includes(255)) return closed;
  const print = printedOn(dark, blocks, lightest, kernels);
  const pixels = closed.pixels.map((value, cell) => Math.max(value, print.pixels[cell] === 255 ? deepest : ink));
  return { ...closed, pixels };
}

/** Estimates the paper's brightness over a grey picture, so that shadows and vignetting can be divided away. */
export function surveyPage(page: GreyImage, resolution: Resolution, kernels: Kernels): PageSurvey {
  const blocks = kernels.means(page, resolution === 'fine' ? 4 : 2);
  const lightest = kernels.extremes(blocks, 'lightest');
  const closed = kernels.fold(close(lightest, LARGEST_INK_CELLS >> 1, kernels), 1, 'darkest');
  // Never lighter: at the foot of a steep shadow lighter paper would turn the true one black.
  return { blocks, lightest, paper: kernels.soften(withInk(closed, blocks, lightest, kernels), false) };
}

/** The page with its paper made white. Where it is so already, as in print, that is the page itself. */
export function withWhitePaper(
  page: GreyImage,
  { paper }: PageSurvey,
  resolution: Resolution,
  kernels: Kernels,
): GreyImage {
  return paper.pixels.every((value) => value === 255) ? page : kernels.normalise(page, paper, cellLines(resolution));
}
