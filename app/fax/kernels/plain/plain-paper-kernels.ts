import { distinctness, inkOf } from '../../paper/ink';
import { bestSides } from '../../paper/sides';
import { lookAround } from '../../paper/surroundings';
import type { PaperKernels } from '../paper-kernels';
import { sweepBy } from './sweep-by';

export const plainPaperKernels: PaperKernels = { bestSides, lookAround, inkOf, distinctness, sweepBy };
