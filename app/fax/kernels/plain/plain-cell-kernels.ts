import type { CellKernels } from '../cell-kernels';
import { extremes } from './extremes';
import { mark } from './mark';
import { regions } from './regions';
import { soften } from './soften';
import { texture } from './texture';

/** The kernels of cells in TypeScript. */
export const plainCellKernels: CellKernels = { extremes, soften, mark, regions, texture };
