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

/** The loops over the pels of a page once it is black and white. */
export interface BitmapKernels {
  /** How many pels of the first scan lines are black. */
  blackPels(bitmap: FaxBitmap, lines: number): number;
  /** The median height of the letters in each band, in scan lines; 0 where it holds no print. Letters that touch the band's edges don't count. */
  letterHeights(bitmap: FaxBitmap, letters: Letters): Uint8Array;
}
