import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from './scratch';

export interface GreyPage {
  readonly width: number;
  readonly height: number;
  /** One byte a pixel, rows from the top; 0 is black. */
  readonly pixels: Uint8Array;
}

/** The pages of a PDF as poppler, which shares nothing with us, shows them at `dpi`, across and down. */
export function readPages(pdf: Uint8Array, dpi = 50, dpiDown = dpi): GreyPage[] {
  const folder = scratchFolder();
  writeFileSync(join(folder, 'fax.pdf'), pdf);
  execFileSync('pdftoppm', [
    '-gray',
    '-rx',
    String(dpi),
    '-ry',
    String(dpiDown),
    join(folder, 'fax.pdf'),
    join(folder, 'page'),
  ]);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pgm'))
    .sort()
    .map((name) => readPgm(readFileSync(join(folder, name))));
}

/** The bits of a PDF's pages as a fax server's Ghostscript makes them at fine resolution, black 0 and white 255. */
export function readPagesByGhostscript(pdf: Uint8Array): GreyPage[] {
  const folder = scratchFolder();
  writeFileSync(join(folder, 'fax.pdf'), pdf);
  const output = `-sOutputFile=${join(folder, 'page-%03d.pbm')}`;
  execFileSync('gs', [
    '-q',
    '-dSAFER',
    '-dBATCH',
    '-dNOPAUSE',
    '-sDEVICE=pbmraw',
    '-r204x196',
    output,
    join(folder, 'fax.pdf'),
  ]);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pbm'))
    .sort()
    .map((name) => readPbm(readFileSync(join(folder, name))));
}

function readPbm(bytes: Buffer): GreyPage {
  const head = /^P4\s+(?:#.*\s)*(\d+)\s+(\d+)\s/.exec(bytes.toString('latin1', 0, 128));
  if (head === null) throw new Error('Ghostscript wrote something that is not a bitmap.');
  const [width, height] = [Number(head[1]), Number(head[2])];
  const stride = Math.ceil(width / 8);
  const bitAt = (x: number, y: number): number =>
    ((bytes[head[0].length + y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
  const pixels = Uint8Array.from({ length: width * height }, (_, i) =>
    bitAt(i % width, Math.floor(i / width)) === 1 ? 0 : 255,
  );
  return { width, height, pixels };
}

function readPgm(bytes: Buffer): GreyPage {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 64));
  if (head === null) throw new Error('pdftoppm wrote something that is not a grey map.');
  const pixels = new Uint8Array(bytes.subarray(head[0].length));
  return { width: Number(head[1]), height: Number(head[2]), pixels };
}

/** The part of the page that has ink on it. */
function inkOf({ width, height, pixels }: GreyPage): GreyPage {
  let [left, top, right, bottom] = [width, height, -1, -1];
  pixels.forEach((pixel, index) => {
    if (pixel > 127) return;
    const [x, y] = [index % width, Math.floor(index / width)];
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
  });
  const rows = Array.from({ length: bottom - top + 1 }, (_, row) =>
    pixels.subarray((top + row) * width + left, (top + row) * width + right + 1),
  );
  return { width: right - left + 1, height: rows.length, pixels: Buffer.concat(rows) };
}

/** How alike two pages look from afar, 0…1, wherever on the sheet their ink is. */
export function likeness(a: GreyPage, b: GreyPage): number {
  const [columns, rows] = [32, 44];
  return correlation(brightnessGrid(inkOf(a), columns, rows), brightnessGrid(inkOf(b), columns, rows));
}

/** The page's mean brightness in each cell of a grid, row by row, 0…1. */
function brightnessGrid({ width, height, pixels }: GreyPage, columns: number, rows: number): number[] {
  return Array.from({ length: columns * rows }, (_, cell) => {
    const [left, right] = span(cell % columns, columns, width);
    const [top, bottom] = span(Math.floor(cell / columns), rows, height);
    let sum = 0;
    for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += pixels[y * width + x] ?? 0;
    return sum / ((right - left) * (bottom - top) * 255);
  });
}

const span = (index: number, count: number, length: number): [number, number] => [
  Math.floor((index * length) / count),
  Math.floor(((index + 1) * length) / count),
];

/** Pearson's r of two equally long series. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const da = a.map((value) => value - meanA);
  const db = b.map((value) => value - meanB);
  const dot = (x: readonly number[], y: readonly number[]): number =>
    x.reduce((sum, value, index) => sum + value * (y[index] ?? 0), 0);
  return dot(da, db) / Math.sqrt(dot(da, da) * dot(db, db));
}
