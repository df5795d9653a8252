import type { Turn } from '../placement';
import { mapCorners, type Point, type Quad } from './quad';

/**
 * A paper's corners on the upright picture, clockwise from its upper left; 0 … 1 across and down, so that they hold
 * for the picture at any size.
 */
export type Corners = Quad;

/** The corners of the whole picture: nothing is cut. */
export const WHOLE: Corners = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];

/** A point of the unit square, turned clockwise with it. */
function turnedPoint({ x, y }: Point, turn: Turn): Point {
  switch (turn) {
    case 0:
      return { x, y };
    case 90:
      return { x: 1 - y, y: x };
    case 180:
      return { x: 1 - x, y: 1 - y };
    case 270:
      return { x: y, y: 1 - x };
  }
}

/** Corners of a picture that is turned clockwise; the first is again the one at the upper left. */
export function turnCorners(corners: Corners, turn: Turn): Corners {
  const [a, b, c, d] = mapCorners(corners, (corner) => turnedPoint(corner, turn));
  switch (turn) {
    case 0:
      return [a, b, c, d];
    case 90:
      return [d, a, b, c];
    case 180:
      return [c, d, a, b];
    case 270:
      return [b, c, d, a];
  }
}

export const scaleCorners = (corners: Quad, across: number, down: number): Quad =>
  mapCorners(corners, ({ x, y }) => ({ x: x * across, y: y * down }));
