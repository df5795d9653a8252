import type { GreyImage } from '../grey';

/** A yes or no for each cell of a page, row by row: 1 is yes. */
export interface CellMask {
  readonly columns: number;
  readonly rows: number;
  readonly cells: Uint8Array;
}

/** How the cells of a region look. */
export interface Texture {
  /** Half of them differ from the mean of their four neighbours by at least this many values. */
  readonly restlessness: number;
  /** The part of a cell's blocks that is as light as its lightest, in the mean of all. */
  readonly evenPart: number;
}

/** The loops over what is smaller than a page: its blocks, and its cells of 4 × 4 blocks. */
export interface CellKernels {
  /** The lightest block of each cell, or the darkest; cells at the right and lower edge may be cut. */
  extremes(blocks: GreyImage, keep: 'lightest' | 'darkest'): GreyImage;
  /** Each pixel becomes the mean of the 3 × 3 around it, as far as that lies in the picture, and so a second time; where it may not lighten, it stays as dark as it was. */
  soften(image: GreyImage, mayLighten: boolean): GreyImage;
  /** 255 where a picture is below `level`, or from that on; 0 elsewhere. */
  mark(image: GreyImage, where: 'below' | 'from', level: number): GreyImage;
  /** The regions of cells of that value that are connected by their sides, each as the places of its cells. */
  regions(mask: CellMask, value: 0 | 1): Int32Array[];
  /** How a region of at least one cell looks. A block is as light as the `lightest` of its cell within the tolerance, which is told in values and may be broken. */
  texture(blocks: GreyImage, lightest: GreyImage, region: Int32Array, tolerance: number): Texture;
}
