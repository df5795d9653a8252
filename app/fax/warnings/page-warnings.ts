import type { FaxBitmap } from '../bitmap';
import { headerStripLines } from '../header-strip';
import type { Kernels } from '../kernels/kernels';
import { plainKernels } from '../kernels/plain/plain-kernels';
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

/** The part of the first `lines` scan lines that is black. */
const blackShare = (bitmap: FaxBitmap, lines: number, kernels: Kernels): number =>
  kernels.blackPels(bitmap, lines) / (bitmap.widthPels * lines);

/** What the user should know of a page before sending it. None of it keeps it from being sent. */
export function warningsOf(
  bitmap: FaxBitmap,
  resolution: Resolution,
  mode: Mode,
  kernels: Kernels = plainKernels,
): PageWarning[] {
  const black = blackShare(bitmap, bitmap.scanLines, kernels);
  if (black < NEARLY_EMPTY) return ['nearlyEmpty'];
  const warnings: PageWarning[] = [];
  if (black > NEARLY_BLACK) warnings.push('nearlyBlack');
  else if (mode !== 'photo' && hasSmallPrint(bitmap, resolution, kernels)) warnings.push('smallPrint');
  if (blackShare(bitmap, headerStripLines(resolution), kernels) > DUST) warnings.push('underHeader');
  return warnings;
}
