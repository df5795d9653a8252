import { edgeLines } from '../../paper/edge-lines';
import type { PaperKernels } from '../paper-kernels';

export const plainPaperKernels: PaperKernels = { edgeLines };
