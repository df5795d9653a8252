import type { GreyImage } from '../grey';
import type { Kernels } from '../kernels/kernels';
import type { Resolution } from '../profile';
import { close, soften } from './neighbourhood';

/** Side of a cell in pels; as many scan lines at fine, half as many in standard resolution: 2 mm either way. */
export const CELL_PELS = 16;
/** Side of a block in pels, the smallest area looked at. */
const BLOCK_PELS = 4;
export const BLOCKS_A_CELL = CELL_PELS / BLOCK_PELS;

/** Scan lines of a cell. */
export const cellLines = (resolution: Resolution): number => (resolution === 'fine' ? CELL_PELS : CELL_PELS / 2);

/** Dark things up to this many cells across (1.8 cm) lie on the paper; larger ones are taken for paper in shadow. */
const LARGEST_INK_CELLS = 9;

/** Paper in shadow is not darker than this part of the page's light paper; what is darker is ink. */
const DEEPEST_SHADOW = 0.3;

/** One value a cell: the lightest 4 × 4 pels in it, which is paper in any cell with a gap between strokes. */
function lightestOfCells(blocks: GreyImage): GreyImage {
  const width = Math.ceil(blocks.width / BLOCKS_A_CELL);
  const height = Math.ceil(blocks.height / BLOCKS_A_CELL);
  const pixels = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < blocks.height; y++) {
    const row = Math.floor(y / BLOCKS_A_CELL) * width;
    for (let x = 0; x < blocks.width; x++, at++) {
      const cell = row + Math.floor(x / BLOCKS_A_CELL);
      const value = blocks.pixels[at] ?? 0;
      if (value > (pixels[cell] ?? 0)) pixels[cell] = value;
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

/** Estimates the paper's brightness over a grey picture, so that shadows and vignetting can be divided away. */
export function surveyPage(page: GreyImage, resolution: Resolution, kernels: Kernels): PageSurvey {
  const blocks = kernels.means(page, resolution === 'fine' ? 4 : 2);
  const lightest = lightestOfCells(blocks);
  const closed = kernels.fold(close(lightest, LARGEST_INK_CELLS >> 1, kernels), 1, 'darkest');
  const floor = Math.max(quantile(closed, 0.9) * DEEPEST_SHADOW, 1);
  const raised = { ...closed, pixels: closed.pixels.map((value) => Math.max(value, floor)) };
  return { blocks, lightest, paper: smooth(raised) };
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
