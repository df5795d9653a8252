import { edgeLines } from '../../paper/edge-lines';
import { distinctness, inkOf } from '../../paper/ink';
import { lookAround } from '../../paper/surroundings';
import type { PaperKernels } from '../paper-kernels';
import { sweepBy } from './sweep-by';

export const plainPaperKernels: PaperKernels = { edgeLines, lookAround, inkOf, distinctness, sweepBy };
