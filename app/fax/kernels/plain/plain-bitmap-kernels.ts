import type { BitmapKernels } from '../bitmap-kernels';
import { blackPels } from './black-pels';
import { letterHeights } from './letter-heights';

/** The kernels of bitmaps in TypeScript. */
export const plainBitmapKernels: BitmapKernels = { blackPels, letterHeights };
