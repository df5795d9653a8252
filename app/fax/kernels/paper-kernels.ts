import type { GreyImage } from '../grey';
import type { Direction, EdgeLines } from '../paper/edge-lines';

/** The loops over pixels by which a paper is found and straightened: a part of `Kernels`. */
export interface PaperKernels {
  /** The lines that run so in a small picture and along which its brightness steps, the strongest of either sign. */
  edgeLines(picture: GreyImage, direction: Direction): EdgeLines;
}
