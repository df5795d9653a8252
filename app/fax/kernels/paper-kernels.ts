import type { GreyImage } from '../grey';
import type { Ink } from '../paper/ink';
import type { Margin } from '../paper/margins';
import type { Point, Quad } from '../paper/quad';
import type { Candidates } from '../paper/sides';
import type { Surroundings } from '../paper/surroundings';
import type { Sweep } from './kernels';

/** What a number is at the first boundary, and how much it grows with each. */
export type Growing = readonly [first: number, more: number];

/**
 * Boundaries between target rows as perspective has them: each crosses the source's column x in row (place + perColumn × x) / (weight + weightPerColumn × x). To its own
 * `place` is added `placeByPerColumn` × perColumn + `placeByWeight` × weight.
 */
export interface Boundaries {
  readonly perColumn: Growing;
  readonly weight: Growing;
  readonly place: Growing;
  readonly placeByPerColumn: number;
  readonly placeByWeight: number;
  readonly weightPerColumn: number;
}

/** The loops by which a paper is found and straightened: a part of `Kernels`. Where they reckon in fractions, both kinds do it in the same order. */
export interface PaperKernels {
  /** The best fours of lines along which the brightness of a small picture steps, as the sides of a paper do. */
  bestSides(picture: GreyImage): Candidates;
  /** What is seen along each side of a quad in a small picture, down to so many pixels within it. `closed` is the picture without thin dark things. */
  margins(picture: GreyImage, closed: GreyImage, quad: Quad, depths: readonly number[]): readonly Margin[];
  /**
   * How far within a side an edge lies, in pixels along the normal, at 64 places from 4 to 96 percent of it: where light (`sign` 1: within) and dark part most. At most `reach`.
   */
  edgeOffsets(picture: GreyImage, from: Point, to: Point, sign: 1 | -1, reach: number): Float64Array;
  /** Looks around a quad in a small picture. `closed` is the picture without thin dark things, `opened` without thin light ones. */
  lookAround(picture: GreyImage, closed: GreyImage, opened: GreyImage, quad: Quad): Surroundings;
  /** The upper edges of ink in a picture, evenly thinned out to what is enough. */
  inkOf(picture: GreyImage): Ink;
  /** For each angle, how distinct rows of ink are when the picture is turned back by so many degrees: the sum of squares of ink a row. */
  distinctness(ink: Ink, degrees: readonly number[]): Float64Array;
  /** Where so many rows of so many columns lie by their boundaries. */
  sweepBy(boundaries: Boundaries, columns: number, rows: number): Sweep;
}
