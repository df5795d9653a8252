import type { FaxBitmap } from '../bitmap';
import type { Resolution } from '../profile';
import { shapeFinder, type Shapes } from './shapes';

/** Letters whose lowercase is at most this many scan lines high run together: 5½ point at fine, 7 at standard. Reasoned, not yet calibrated by reading print back. */
const TOO_SMALL_LINES = { fine: 7, standard: 5 } as const;

/** A page is looked at in bands of this many scan lines at fine: 1 cm. */
const BAND_LINES = { fine: 80, standard: 40 } as const;

/** A band with fewer letters is no print, one with more is a halftone. */
const LETTERS = { least: 40, most: 1200 } as const;

const LARGEST_LETTER_PELS = 60;

/** A letter, judged by its box: neither a speck nor a rule. */
const isLetter = (width: number, height: number, least: number): boolean =>
  height >= least && width >= 2 && width <= LARGEST_LETTER_PELS && height <= LARGEST_LETTER_PELS;

/** The letters' median height in a band, in scan lines; `null` where it holds no print. Letters cut by its edges don't count. */
function letterHeight(
  { count, left, top, right, bottom }: Shapes,
  from: number,
  to: number,
  least: number,
): number | null {
  const letters: number[] = [];
  for (let id = 0; id < count; id++) {
    const [first, last] = [top[id] ?? 0, bottom[id] ?? 0];
    const height = last - first + 1;
    if (first > from && last < to - 1 && isLetter((right[id] ?? 0) - (left[id] ?? 0) + 1, height, least))
      letters.push(height);
  }
  if (letters.length < LETTERS.least || letters.length > LETTERS.most) return null;
  return letters.sort((a, b) => a - b)[letters.length >> 1] ?? null;
}

/** Whether some part of a page is printed too small to be read at its resolution. */
export function hasSmallPrint(bitmap: FaxBitmap, resolution: Resolution): boolean {
  const band = BAND_LINES[resolution];
  const least = resolution === 'fine' ? 4 : 2;
  const find = shapeFinder(bitmap);
  for (let from = 0; from < bitmap.scanLines; from += band) {
    const to = Math.min(from + band, bitmap.scanLines);
    const height = letterHeight(find(from, to), from, to, least);
    if (height !== null && height <= TOO_SMALL_LINES[resolution]) return true;
  }
  return false;
}
