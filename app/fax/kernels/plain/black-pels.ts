import { rowBytes, type FaxBitmap } from '../../bitmap';

/** How many bits of a word are 1 (H. Warren, "Hacker's Delight", 2002, §5-1). */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** See `BitmapKernels.blackPels`. */
export function blackPels({ widthPels, rows }: FaxBitmap, lines: number): number {
  const end = rowBytes(widthPels) * lines;
  let black = 0;
  for (let at = 0; at < end; at++) black += bitsOf(rows[at] ?? 0);
  return black;
}
