import type { FaxBitmap } from '../bitmap';
import type { GreyImage } from '../grey';
import type { BitmapKernels } from './bitmap-kernels';
import type { CellKernels } from './cell-kernels';
import type { JpegScan } from './jpeg-scan';
import type { PaperKernels } from './paper-kernels';
import type { PngPixels } from './png-pixels';

/** Columns between two knots of a sweep. */
export const KNOT_COLUMNS = 32;

/** Positions in a sweep are told in this many parts of a source row. */
export const ROW_PARTS = 4096;

/**
 * Where the rows of a sweep lie: `positions` holds, for each boundary between target rows (`rows` + 1 of them, in either direction), the source row it
 * crosses at the middle of columns 0, 32, 64 … and of the first one at or past `columns`, in 4096ths. It runs straight between.
 */
export interface Sweep {
  readonly columns: number;
  readonly rows: number;
  readonly positions: Int32Array;
}

/**
 * How much a black neighbour makes black likelier in a halftone. It clusters dots, which machines print cleanly, and nearly halves the bytes
 * on the line. (R. Levien, "Output dependent feedback in error diffusion halftoning", 1993.)
 */
export const CLUSTERING = 0.8;

/** Knots of a sweep over so many columns. */
export const knotsOf = (columns: number): number => Math.ceil(columns / KNOT_COLUMNS) + 1;

/** Weights of the first three bytes of a pixel, in 256ths, which they add up to. The fourth is its opacity. */
export type LumaWeights = readonly [number, number, number];

/**
 * The loops over all pixels of a page. There are two of each: plain ones (`plainKernels`), and WebAssembly of sixteen pixels at a time (`wasmKernels`). Both
 * give the same bits, and reckon in whole numbers where they can. What they return may lie in memory that the next `begin` takes again.
 */
export interface Kernels extends PaperKernels, BitmapKernels, CellKernels {
  /** Starts a page of a picture of so many bytes: all that was made for the page before is gone. */
  begin(bytes: number): void;
  /** Room for so many bytes of this page, whatever they hold. */
  room(bytes: number): Uint8Array;
  /** Only this picture is still needed of the page; what comes next may lie where the rest was. */
  only(picture: GreyImage): void;
  /** Whether bytes lie where the kernels need not fetch them. */
  holds(bytes: Uint8Array): boolean;
  /**
   * Resamples a picture down its columns, from column `left` on, and then its rows by `across`, which has as many columns as `down` has rows: each pixel is the mean of what lies between its two
   * boundaries, but of one pixel at least. What is beyond the picture is like its edge; what lies wholly beyond is white. The target's rows are those of `down` where it is `transposed` once more, its columns otherwise.
   */
  sweep(source: GreyImage, left: number, down: Sweep, across: Sweep, transposed: boolean): GreyImage;
  /** Each pixel becomes the lightest, or the darkest, of the square of so many pixels to every side of it. */
  fold(image: GreyImage, radius: number, keep: 'lightest' | 'darkest'): GreyImage;
  /** The mean of each block of 4 pixels across and 4 or 2 down, rounded down; blocks at the right and lower edge may be cut. */
  means(image: GreyImage, lines: 2 | 4): GreyImage;
  /**
   * A picture made so many times smaller: the mean of square blocks, of which so many rows are looked at. What is left over at the far edges is dropped.
   */
  coarse(image: GreyImage, scale: number, samples: number): GreyImage;
  /** Divides away the paper's brightness, which is told for each cell of 16 pels and so many lines: paper becomes 255. */
  normalise(page: GreyImage, paper: GreyImage, lines: number): GreyImage;
  /** How many pixels have each of the 256 values, all or in every so many-th row only. */
  histogram(image: GreyImage, everyRow?: number): Uint32Array;
  /** Black where the picture is below `level`. */
  threshold(image: GreyImage, level: number): FaxBitmap;
  /** Halftones a picture by error diffusion, through a tone curve of 256 values; where the curve says white there is no dot. */
  diffuse(image: GreyImage, tone: Uint8Array): FaxBitmap;
  /** Codes a page by T.6 (Group 4), ending in the end-of-facsimile-block and filled to a byte. */
  encodeT6(bitmap: FaxBitmap): Uint8Array;
  /** Grey of colours of four bytes each, on white, into `grey`. Colours are not premultiplied. */
  luma(colours: Uint8Array, weights: LumaWeights, grey: Uint8Array): void;
  /** Grey bytes as opaque red, green, blue and alpha. The answer may lie in memory that the next `begin` takes again. */
  rgba(grey: Uint8Array): Uint8Array<ArrayBuffer>;
  /** Decodes the luma of a JPEG's scan; `null` where that is damaged, or there is no room for it. */
  jpegLuma(scan: JpegScan): GreyImage | null;
  /** Makes a PNG's pixels grey, on white; `null` where they are damaged, there is no room for them, or the kernels are plain: others decode it then. */
  pngGrey(pixels: PngPixels): GreyImage | null;
}
