import { encodeT6 } from '../../t6/encode';
import type { Kernels } from '../kernels';
import { coarse } from './coarse';
import { diffuse } from './diffuse';
import { fold } from './fold';
import { histogram } from './histogram';
import { jpegLuma } from './jpeg';
import { luma } from './luma';
import { means } from './means';
import { normalise } from './normalise';
import { plainBitmapKernels } from './plain-bitmap-kernels';
import { plainCellKernels } from './plain-cell-kernels';
import { plainPaperKernels } from './plain-paper-kernels';
import { rgba } from './rgba';
import { sweep } from './sweep';
import { threshold } from './threshold';

/** The kernels in TypeScript, for where WebAssembly can't be had, and for what its memory has no room for. */
export const plainKernels: Kernels = {
  begin: () => undefined,
  room: (bytes) => new Uint8Array(bytes),
  only: () => undefined,
  holds: () => true,
  sweep,
  fold,
  means,
  coarse,
  ...plainPaperKernels,
  normalise,
  histogram,
  threshold,
  diffuse,
  encodeT6,
  ...plainBitmapKernels,
  ...plainCellKernels,
  luma,
  rgba,
  jpegLuma,
  pngGrey: () => null,
};
