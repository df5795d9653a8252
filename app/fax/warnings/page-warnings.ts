import { rowBytes, type FaxBitmap } from '../bitmap';
import { headerStripLines } from '../header-strip';
import type { Mode, Resolution } from '../profile';
import { hasSmallPrint } from './small-print';

/**
 * What may be wrong with a page before it is sent. `smallPrint`: letters too small for the resolution. `nearlyBlack`: it takes the
 * receiver's toner and hides what is on it. `nearlyEmpty`: no or hardly any ink. `underHeader`: ink where the receiver prints
 * its header line.
 */
export type PageWarning = 'smallPrint' | 'nearlyBlack' | 'nearlyEmpty' | 'underHeader';

/** A page with more black than this part is nearly black. */
const NEARLY_BLACK = 0.4;

/** A page with fewer black pels than this part (700 of a fine page: a word) is nearly empty. */
const NEARLY_EMPTY = 0.0002;

/** Fewer black pels than this in the header's strip, in a hundredth of it, are dust. */
const DUST = 0.0005;

/** How many bits of a word are 1 (H. Warren, "Hacker's Delight", 2002, §5-1). */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The part of the first `lines` scan lines that is black. */
export function blackShare({ widthPels, scanLines, rows }: FaxBitmap, lines = scanLines): number {
  const end = rowBytes(widthPels) * lines;
  const words = new Uint32Array(rows.slice(0, end & ~3).buffer);
  let black = 0;
  for (let i = 0; i < words.length; i++) black += bitsOf(words[i] ?? 0);
  for (let at = end & ~3; at < end; at++) black += bitsOf(rows[at] ?? 0);
  return black / (widthPels * lines);
}

/** What the user should know of a page before sending it. None of it keeps it from being sent. */
export function warningsOf(bitmap: FaxBitmap, resolution: Resolution, mode: Mode): PageWarning[] {
  const black = blackShare(bitmap);
  if (black < NEARLY_EMPTY) return ['nearlyEmpty'];
  const warnings: PageWarning[] = [];
  if (black > NEARLY_BLACK) warnings.push('nearlyBlack');
  else if (mode !== 'photo' && hasSmallPrint(bitmap, resolution)) warnings.push('smallPrint');
  if (blackShare(bitmap, headerStripLines(resolution)) > DUST) warnings.push('underHeader');
  return warnings;
}
