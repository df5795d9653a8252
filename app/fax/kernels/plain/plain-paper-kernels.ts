import { edgeOffsets } from '../../paper/edge-offsets';
import { distinctness, inkOf } from '../../paper/ink';
import { margins } from '../../paper/margins';
import { bestSides } from '../../paper/sides';
import { lookAround } from '../../paper/surroundings';
import type { PaperKernels } from '../paper-kernels';
import { sweepBy } from './sweep-by';

export const plainPaperKernels: PaperKernels = {
  bestSides,
  margins,
  edgeOffsets,
  lookAround,
  inkOf,
  distinctness,
  sweepBy,
};
