import type { FaxBitmap } from '../bitmap';

/** Which shapes are taken for letters, and how many of them for print. */
export interface Letters {
  /** A page is looked at in bands of so many scan lines. */
  readonly bandLines: number;
  /** A letter is at least so many scan lines high, and two pels wide. */
  readonly leastLines: number;
  /** A letter is at most so large either way; up to 255. */
  readonly largest: number;
  /** A band of print has at least one letter, at least so many, and at most so many. */
  readonly fewest: number;
  readonly most: number;
}

/** Which shapes are specks. */
export interface Specks {
  /** A speck is at most so many pels, */
  readonly largest: number;
  /** and there is nothing else this near, in pels and scan lines. */
  readonly across: number;
  readonly down: number;
}

/** The loops over the pels of a page once it is black and white. */
export interface BitmapKernels {
  /** How many pels of the first scan lines are black. */
  blackPels(bitmap: FaxBitmap, lines: number): number;
  /** The median height of the letters in each band, in scan lines; 0 where it holds no print. Letters that touch the band's edges don't count. */
  letterHeights(bitmap: FaxBitmap, letters: Letters): Uint8Array;
  /** Where the specks begin that are alone: the column and the row of each. */
  loneSpecks(bitmap: FaxBitmap, specks: Specks): Int32Array;
  /** Whitens the black that begins at an edge and reaches no further than `across` pels or `down` scan lines, which are fewer than the page has. */
  cleanEdges(bitmap: FaxBitmap, across: number, down: number): FaxBitmap;
  /** Puts a bitmap on a blank one of `widthPels` × `scanLines`, its first pel at `left`, `top`. It must fit. */
  putOnPage(small: FaxBitmap, left: number, top: number, widthPels: number, scanLines: number): FaxBitmap;
}
