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

/** Calls `copy` with the first and the last (excluded) column of each run of picture cells in a row of cells. */
function eachRun({ columns, cells }: CellMask, row: number, copy: (from: number, to: number) => void): void {
  for (let column = 0; column < columns; column++) {
    if (cells[row * columns + column] !== 1) continue;
    const from = column;
    while (column < columns && cells[row * columns + column] === 1) column++;
    copy(from, column);
  }
}

/** Copies the picture cells' part of each line; `unit` elements of a line belong to a cell. */
function copyCells(
  mask: CellMask,
  lines: number,
  stride: number,
  unit: number,
  from: Uint8Array,
  to: Uint8Array,
): void {
  const height = from.length / stride;
  for (let y = 0; y < height; y++) {
    eachRun(mask, Math.floor(y / lines), (first, last) => {
      const start = y * stride + first * unit;
      const end = y * stride + Math.min(last * unit, stride);
      to.set(from.subarray(start, end), start);
    });
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
  const pictures = { ...page, pixels: kernels.room(page.pixels.length).fill(255) };
  copyCells(mask, lines, page.width, CELL_PELS, page.pixels, pictures.pixels);
  const halftoned = kernels.diffuse(pictures, tone(pictures));
  const rows = text.rows.slice();
  copyCells(mask, lines, rowBytes(page.width), CELL_BYTES, halftoned.rows, rows);
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
