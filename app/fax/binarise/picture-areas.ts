import type { GreyImage } from '../grey';
import type { CellMask } from '../kernels/cell-kernels';
import type { Kernels } from '../kernels/kernels';
import { open } from './neighbourhood';
import { quantile, type PageSurvey } from './paper';
import { fillHoles, grow } from './regions';

/*
 * Pictures are told from text in steps that each leave a doubtful area to text. A cell (2 mm) of text shows paper
 * between its strokes; a cell without any is toned. Toned areas that are large and thick are pictures, shadows, or
 * tinted boxes. Only in pictures is the tone both restless from cell to cell (a shadow's is smooth, whatever its slope) and
 * uneven within cells (between the strokes on a tint it is even). A smooth picture is told by its frame: it has many tones and
 * ends at once on light paper all around, where a shadow fades or runs off the page, and a tint has only one tone. The shadow of a
 * head or a hand may lie within the page and end as sharply: it is told by the print that goes on in it.
 */

/** A cell is toned when its lightest part is darker than this part of the page's paper. */
const TONED = 0.85;

/** What is thinner than twice this many cells and one (1 cm) is no picture. */
const THIN_CELLS = 2;

/** The smallest picture, 4 cm². */
const SMALLEST_CELLS = 100;

/** Half a picture's cells differ from the mean of their neighbours by at least this part of the paper. Measured: 0.025 … 0.05; tables on tints 0.022, shadows 0.003. */
const LEAST_RESTLESSNESS = 0.0245;

/** Blocks that differ from their cell's lightest by less than this part of the paper are even with it. */
const EVEN = 0.06;

/** At most this part of a picture's blocks is even. Measured: 0.34 … 0.68; print on tints or in shadow 0.70 … 0.97. */
const MOST_EVEN = 0.69;

/** Tones are counted in steps of this part of the paper. */
const TONE_STEP = 0.04;
/** A smooth picture has at least this many of them, each in at least this part of its cells. Tinted tables have up to four. */
const LEAST_TONES = 7;
const LEAST_SHARE = 0.02;

/** This part of the cells just outside a smooth picture is as light as the page's paper, within `PAPER`. */
const LEAST_FRAMED = 0.8;
const PAPER = 0.93;
/** Where more than this part of a smooth picture's cells hold strokes, it is a shadow on print. Measured: print 0.84 … 0.94, pictures 0.03 … 0.57. */
const MOST_STROKES = 0.6;
/** A stroke is darker than its cell's lightest by this part of that, and by this part of the paper. */
const STROKE = 0.25;
const FAINTEST_STROKE = 0.05;

/** How far outside: past the cells the edge itself runs through. */
const OUTSIDE_CELLS = 2;

function isPicture(survey: PageSurvey, region: Int32Array, light: number, kernels: Kernels): boolean {
  if (region.length < SMALLEST_CELLS) return false;
  if (isRestless(survey, region, light, kernels)) return true;
  return isFramed(survey.lightest, region, light, kernels) && !isPrinted(survey, region, light, kernels);
}

/** How many tones a region has that are more than stray cells. */
function toneCount({ pixels }: GreyImage, region: Int32Array, light: number): number {
  const counts = new Map<number, number>();
  for (const cell of region) {
    const tone = Math.floor((pixels[cell] ?? 0) / (light * TONE_STEP));
    counts.set(tone, (counts.get(tone) ?? 0) + 1);
  }
  return [...counts.values()].filter((count) => count >= region.length * LEAST_SHARE).length;
}

/** The cells at a distance around a region; what lies beyond the page is left out. */
function cellsAround({ width, height }: GreyImage, region: Int32Array, kernels: Kernels): number[] {
  const inside = { width, height, pixels: new Uint8Array(width * height) };
  for (const cell of region) inside.pixels[cell] = 255;
  const near = kernels.fold(inside, OUTSIDE_CELLS - 1, 'lightest');
  const reached = kernels.fold(inside, OUTSIDE_CELLS, 'lightest');
  const around: number[] = [];
  reached.pixels.forEach((value, cell) => {
    if (value !== near.pixels[cell]) around.push(cell);
  });
  return around;
}

/** A shadow falls in from the edge of the page. */
function reachesEdge({ width, height }: GreyImage, region: Int32Array): boolean {
  return region.some((cell) => {
    const [column, row] = [cell % width, Math.floor(cell / width)];
    return column === 0 || row === 0 || column === width - 1 || row === height - 1;
  });
}

function isFramed(lightest: GreyImage, region: Int32Array, light: number, kernels: Kernels): boolean {
  if (reachesEdge(lightest, region) || toneCount(lightest, region, light) < LEAST_TONES) return false;
  const around = cellsAround(lightest, region, kernels);
  const onPaper = around.filter((cell) => (lightest.pixels[cell] ?? 0) >= light * PAPER).length;
  return around.length > 0 && onPaper >= around.length * LEAST_FRAMED;
}

/** Whether there are strokes all over a region. */
function isPrinted({ blocks, lightest }: PageSurvey, region: Int32Array, light: number, kernels: Kernels): boolean {
  const darkest = kernels.extremes(blocks, 'darkest');
  const printed = region.filter((cell) => {
    const paper = lightest.pixels[cell] ?? 0;
    return paper - (darkest.pixels[cell] ?? 0) >= Math.max(paper * STROKE, light * FAINTEST_STROKE);
  });
  return printed.length > region.length * MOST_STROKES;
}

function isRestless({ blocks, lightest }: PageSurvey, region: Int32Array, light: number, kernels: Kernels): boolean {
  const { restlessness, evenPart } = kernels.texture(blocks, lightest, region, EVEN * light);
  return restlessness >= LEAST_RESTLESSNESS * light && evenPart <= MOST_EVEN;
}

/** Cells around which most are toned, where that is no thin thing. */
function thickAreas(toned: GreyImage, kernels: Kernels): GreyImage {
  const mostly = kernels.mark(kernels.soften(toned, true), 'from', 128);
  return open(mostly, THIN_CELLS, kernels);
}

/** The cells of a page that show pictures. Where in doubt a cell is text. */
export function findPictures(survey: PageSurvey, kernels: Kernels): CellMask {
  const { lightest } = survey;
  const { width: columns, height: rows } = lightest;
  const light = quantile(lightest, 0.9, kernels);
  const toned = kernels.mark(lightest, 'below', light * TONED);
  const areas = { columns, rows, cells: thickAreas(toned, kernels).pixels.map((value) => value & 1) };
  const cells = new Uint8Array(columns * rows);
  for (const region of kernels.regions(areas, 1)) {
    if (isPicture(survey, region, light, kernels)) for (const cell of region) cells[cell] = 1;
  }
  const pictures = { columns, rows, cells };
  if (!cells.includes(1)) return pictures;
  const grown = grow(pictures, (cell) => toned.pixels[cell] === 255);
  return fillHoles(grown, kernels);
}
