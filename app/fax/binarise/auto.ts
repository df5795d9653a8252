import { rowBytes, type FaxBitmap } from '../bitmap';
import type { GreyImage } from '../grey';
import type { Kernels } from '../kernels/kernels';
import type { Darkness, Resolution } from '../profile';
import { CELL_PELS, cellLines, surveyPage, withWhitePaper } from './paper';
import { findPictures } from './picture-areas';
import type { CellMask } from '../kernels/cell-kernels';
import { binariseText } from './text';
import { toneOf } from './tone';

const CELL_BYTES = CELL_PELS / 8;

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
  const first = Math.min(...runs.map(({ from }) => from));
  const top = (runs[0]?.row ?? 0) * lines;
  const width = Math.min(Math.max(...runs.map(({ to }) => to)) * CELL_PELS, page.width) - first * CELL_PELS;
  const height = Math.min(((runs.at(-1)?.row ?? 0) + 1) * lines, page.height) - top;
  const eachLine = (work: (y: number, run: CellRun) => void): void => {
    for (const run of runs)
      for (let y = run.row * lines; y < top + height && y < (run.row + 1) * lines; y++) work(y, run);
  };

  const pictures = { width, height, pixels: kernels.room(width * height).fill(255) };
  eachLine((y, { from, to }) => {
    const line = y * page.width;
    const pels = page.pixels.subarray(line + from * CELL_PELS, line + Math.min(to * CELL_PELS, page.width));
    pictures.pixels.set(pels, (y - top) * width + (from - first) * CELL_PELS);
  });
  const halftoned = kernels.diffuse(pictures, tone(pictures));
  const rows = text.rows.slice();
  const [stride, halftonedStride] = [rowBytes(text.widthPels), rowBytes(width)];
  eachLine((y, { from, to }) => {
    const start = (y - top) * halftonedStride + (from - first) * CELL_BYTES;
    const bytes = Math.min((to - from) * CELL_BYTES, stride - from * CELL_BYTES);
    rows.set(halftoned.rows.subarray(start, start + bytes), y * stride + from * CELL_BYTES);
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
