import type { FaxBitmap } from '../bitmap';
import type { Kernels } from '../kernels/kernels';
import { plainKernels } from '../kernels/plain/plain-kernels';

/** Black that begins at a cut edge and reaches no further than this part of the width is what is left of the desk. */
const SLIVER = 0.015;

/** Whitens what a cut left of the desk along the four edges of a bitmap; what reaches further in is part of the page and stays. */
export function cleanEdges(bitmap: FaxBitmap, resolutionShare: number, kernels: Kernels = plainKernels): FaxBitmap {
  const across = Math.round(bitmap.widthPels * SLIVER);
  return kernels.cleanEdges(bitmap, across, Math.round(across * resolutionShare));
}
