import type { FaxBitmap } from '../../bitmap';
import type { Letters } from '../bitmap-kernels';
import { shapeFinder, type Shapes } from './shapes';

/** Whether a box is neither a speck nor a rule. */
const isLetter = (width: number, height: number, { leastLines, largest }: Letters): boolean =>
  height >= leastLines && width >= 2 && width <= largest && height <= largest;

/** The letters' median height in a band. */
function letterHeight({ count, left, top, right, bottom }: Shapes, from: number, to: number, letters: Letters): number {
  const heights: number[] = [];
  for (let id = 0; id < count; id++) {
    const [first, last] = [top[id] ?? 0, bottom[id] ?? 0];
    const height = last - first + 1;
    if (first > from && last < to - 1 && isLetter((right[id] ?? 0) - (left[id] ?? 0) + 1, height, letters))
      heights.push(height);
  }
  if (heights.length < letters.fewest || heights.length > letters.most) return 0;
  return heights.sort((a, b) => a - b)[heights.length >> 1] ?? 0;
}

/** See `BitmapKernels.letterHeights`. */
export function letterHeights(bitmap: FaxBitmap, letters: Letters): Uint8Array {
  const { scanLines } = bitmap;
  const find = shapeFinder(bitmap);
  return Uint8Array.from({ length: Math.ceil(scanLines / letters.bandLines) }, (_, band) => {
    const from = band * letters.bandLines;
    const to = Math.min(from + letters.bandLines, scanLines);
    return letterHeight(find(from, to), from, to, letters);
  });
}
