import type { BitmapKernels } from '../bitmap-kernels';
import { blackPels } from './black-pels';
import { cleanEdges } from './clean-edges';
import { letterHeights } from './letter-heights';
import { putOnPage } from './put-on-page';
import { loneSpecks } from './specks';

/** The kernels of bitmaps in TypeScript. */
export const plainBitmapKernels: BitmapKernels = { blackPels, letterHeights, loneSpecks, cleanEdges, putOnPage };
