import { rowBytes, type FaxBitmap } from '../bitmap';
import type { GreyImage } from '../grey';
import type { Kernels } from '../kernels/kernels';
import type { Darkness, Resolution } from '../profile';
import { CELL_PELS, cellLines, surveyPage, withWhitePaper } from './paper';
import { findPictures } from './picture-areas';
import type { CellMask } from '../kernels/cell-kernels';
import { binariseText } from './text';
import { toneOf } from './tone';

/** Picture cells beside each other: their row, the first column and the one after the last. */
interface CellRun {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

function runsOf({ columns, rows, cells }: CellMask): CellRun[] {
  const runs: CellRun[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (cells[row * columns + column] !== 1) continue;
      const from = column;
      while (column < columns && cells[row * columns + column] === 1) column++;
      runs.push({ row, from, to: column });
    }
  }
  return runs;
}

/** Calls `work` for each scan line of each run, with the first pel of the run and the one after its last: the page's edge may cut cells. */
function eachLine(
  runs: readonly CellRun[],
  lines: number,
  { width, height }: GreyImage,
  work: (y: number, from: number, to: number) => void,
): void {
  for (const { row, from, to } of runs) {
    for (let y = row * lines; y < Math.min((row + 1) * lines, height); y++)
      work(y, from * CELL_PELS, Math.min(to * CELL_PELS, width));
  }
}

type ToneOf = (pictures: GreyImage) => Uint8Array;

/** What is done to text once it is black and white. */
export type Clean = (text: FaxBitmap) => FaxBitmap;

/** A page's picture cells, halftoned, put into its text bitmap. */
function putPictures(
  page: GreyImage,
  text: FaxBitmap,
  mask: CellMask,
  lines: number,
  tone: ToneOf,
  kernels: Kernels,
): FaxBitmap {
  const runs = runsOf(mask);
  const left = Math.min(...runs.map(({ from }) => from)) * CELL_PELS;
  const top = Math.min(...runs.map(({ row }) => row)) * lines;
  const width = Math.min(Math.max(...runs.map(({ to }) => to)) * CELL_PELS, page.width) - left;
  const height = Math.min((Math.max(...runs.map(({ row }) => row)) + 1) * lines, page.height) - top;

  const pictures = { width, height, pixels: kernels.room(width * height).fill(255) };
  eachLine(runs, lines, page, (y, from, to) => {
    const line = y * page.width;
    pictures.pixels.set(page.pixels.subarray(line + from, line + to), (y - top) * width + from - left);
  });

  const halftoned = kernels.diffuse(pictures, tone(pictures));
  const rows = text.rows.slice();
  eachLine(runs, lines, page, (y, from, to) => {
    const start = (y - top) * rowBytes(width) + rowBytes(from - left);
    const dots = halftoned.rows.subarray(start, start + rowBytes(to - from));
    rows.set(dots, y * rowBytes(page.width) + rowBytes(from));
  });
  return { ...text, rows };
}

/** Text by threshold and pictures by halftone, told apart by area. A page without pictures is exactly as in text mode. */
export function binariseAuto(
  page: GreyImage,
  resolution: Resolution,
  darkness: Darkness,
  clean: Clean,
  kernels: Kernels,
): FaxBitmap {
  const survey = surveyPage(page, resolution, kernels);
  const normalised = withWhitePaper(page, survey, resolution, kernels);
  const text = clean(binariseText(normalised, resolution, darkness, kernels));
  const mask = findPictures(survey, kernels);
  const tone: ToneOf = (pictures) => toneOf(pictures, darkness, kernels);
  return mask.cells.includes(1) ? putPictures(page, text, mask, cellLines(resolution), tone, kernels) : text;
}
