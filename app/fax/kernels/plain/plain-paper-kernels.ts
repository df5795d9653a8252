import { edgeLines } from '../../paper/edge-lines';
import { lookAround } from '../../paper/surroundings';
import type { PaperKernels } from '../paper-kernels';
import { sweepBy } from './sweep-by';

export const plainPaperKernels: PaperKernels = { edgeLines, lookAround, sweepBy };
