import type { FaxBitmap } from '../bitmap';
import type { Letters } from '../kernels/bitmap-kernels';
import type { Kernels } from '../kernels/kernels';
import type { Resolution } from '../profile';

/** Letters whose lowercase is at most this many scan lines high run together: 5½ point at fine, 7 at standard. Reasoned, not yet calibrated by reading print back. */
const TOO_SMALL_LINES = { fine: 7, standard: 5 } as const;

/** A band is 1 cm high; one with fewer letters is no print, one with more is a halftone. */
const LETTERS: Record<Resolution, Letters> = {
  fine: { bandLines: 80, leastLines: 4, largest: 60, fewest: 40, most: 1200 },
  standard: { bandLines: 40, leastLines: 2, largest: 60, fewest: 40, most: 1200 },
};

/** Whether some part of a page is printed too small to be read at its resolution. */
export const hasSmallPrint = (bitmap: FaxBitmap, resolution: Resolution, kernels: Kernels): boolean =>
  kernels
    .letterHeights(bitmap, LETTERS[resolution])
    .some((height) => height > 0 && height <= TOO_SMALL_LINES[resolution]);
