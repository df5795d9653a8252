import type { GreyImage } from '../grey';
import type { Kernels } from '../kernels/kernels';
import type { Resolution } from '../profile';
import { close, open, soften } from './neighbourhood';

/** Side of a cell in pels; as many scan lines at fine, half as many in standard resolution: 2 mm either way. */
export const CELL_PELS = 16;
/** Side of a block in pels, the smallest area looked at. */
const BLOCK_PELS = 4;
export const BLOCKS_A_CELL = CELL_PELS / BLOCK_PELS;

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

/** One value a cell: the lightest 4 × 4 pels in it, which is paper in any cell with a gap between strokes; or the darkest. */
function extremeOfCells(blocks: GreyImage, keep: 'lightest' | 'darkest'): GreyImage {
  const width = Math.ceil(blocks.width / BLOCKS_A_CELL);
  const height = Math.ceil(blocks.height / BLOCKS_A_CELL);
  const flip = keep === 'lightest' ? 0 : 255;
  const pixels = new Uint8Array(width * height).fill(flip);
  for (let y = 0, at = 0; y < blocks.height; y++) {
    const row = Math.floor(y / BLOCKS_A_CELL) * width;
    for (let x = 0; x < blocks.width; x++, at++) {
      const cell = row + Math.floor(x / BLOCKS_A_CELL);
      const value = blocks.pixels[at] ?? 0;
      if ((value ^ flip) > ((pixels[cell] ?? 0) ^ flip)) pixels[cell] = value;
    }
  }
  return { width, height, pixels };
}

/** The value that `fraction` of all pixels do not exceed. */
export function quantile({ pixels }: GreyImage, fraction: number): number {
  const counts = new Uint32Array(256);
  for (let i = 0; i < pixels.length; i++) counts[pixels[i] ?? 0] = (counts[pixels[i] ?? 0] ?? 0) + 1;
  const wanted = Math.min(Math.floor(pixels.length * fraction), pixels.length - 1);
  let seen = 0;
  return Math.max(
    counts.findIndex((count) => (seen += count) > wanted),
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

/**
 * Smooths the paper between cells, but never makes it lighter: at the foot of a steep shadow lighter paper would turn
 * the true one black.
 */
function smooth(paper: GreyImage): GreyImage {
  const { width, height, pixels } = soften(soften(paper));
  return { width, height, pixels: pixels.map((value, cell) => Math.min(value, paper.pixels[cell] ?? value)) };
}

/** 255 in the cells of `dark` that hold print, or lie in its gaps or margins. */
function printedOn(dark: GreyImage, blocks: GreyImage, lightest: GreyImage, kernels: Kernels): GreyImage {
  const darkest = extremeOfCells(blocks, 'darkest');
  const strokes = dark.pixels.map((isDark, cell) => {
    const light = lightest.pixels[cell] ?? 0;
    return light - (darkest.pixels[cell] ?? 0) >= Math.max(light * PRINT, LEAST_PRINT) ? isDark : 0;
  });
  const filled = close({ ...dark, pixels: strokes }, PRINT_GAP_CELLS, kernels);
  return kernels.fold(open(filled, PRINT_SPOT_CELLS, kernels), PRINT_MARGIN_CELLS, 'lightest');
}

/** The paper where it lies in shadow too deep to be told from ink but by the print on it; and ink as it is, on paper that is lighter. */
function withInk(closed: GreyImage, blocks: GreyImage, lightest: GreyImage, kernels: Kernels): GreyImage {
  const light = quantile(closed, 0.9);
  const [ink, deepest] = [Math.max(light * SHADOW, 1), Math.max(light * DEEPEST_SHADOW, 1)];
  const dark = { ...closed, pixels: closed.pixels.map((value) => (value < ink ? 255 : 0)) };
  if (!dark.pixels.includes(255)) return closed;
  const print = printedOn(dark, blocks, lightest, kernels);
  const pixels = closed.pixels.map((value, cell) => Math.max(value, print.pixels[cell] === 255 ? deepest : ink));
  return { ...closed, pixels };
}

/** Estimates the paper's brightness over a grey picture, so that shadows and vignetting can be divided away. */
export function surveyPage(page: GreyImage, resolution: Resolution, kernels: Kernels): PageSurvey {
  const blocks = kernels.means(page, resolution === 'fine' ? 4 : 2);
  const lightest = extremeOfCells(blocks, 'lightest');
  const closed = kernels.fold(close(lightest, LARGEST_INK_CELLS >> 1, kernels), 1, 'darkest');
  return { blocks, lightest, paper: smooth(withInk(closed, blocks, lightest, kernels)) };
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
