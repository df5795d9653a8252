import { edgeLines } from '../../paper/edge-lines';
import type { PaperKernels } from '../paper-kernels';
import { sweepBy } from './sweep-by';

export const plainPaperKernels: PaperKernels = { edgeLines, sweepBy };
