import type { PixelSize } from '../placement';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Four corners, clockwise from the upper left. */
export type Quad = readonly [Point, Point, Point, Point];

export const mapCorners = (quad: Quad, change: (corner: Point) => Point): Quad => [
  change(quad[0]),
  change(quad[1]),
  change(quad[2]),
  change(quad[3]),
];

/** Where the side after so many others begins and ends, the upper one first. */
export const sideOf = (quad: Quad, side: number): [Point, Point] => [
  quad[(side & 3) as 0 | 1 | 2 | 3],
  quad[((side + 1) & 3) as 0 | 1 | 2 | 3],
];

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The corners of a whole picture. */
export const frameQuad = (width: number, height: number): Quad => [
  { x: 0, y: 0 },
  { x: width, y: 0 },
  { x: width, y: height },
  { x: 0, y: height },
];

/** Twice the signed area of the triangle a, b, c; positive where it runs clockwise on a screen. */
const cross = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

export const quadArea = ([a, b, c, d]: Quad): number => (cross(a, b, c) + cross(a, c, d)) / 2;

/** Whether the corners run clockwise around a convex shape. */
export const isConvex = ([a, b, c, d]: Quad): boolean =>
  cross(a, b, c) > 0 && cross(b, c, d) > 0 && cross(c, d, a) > 0 && cross(d, a, b) > 0;

/** ISO 216 paper: √2. */
const A_SERIES = Math.SQRT2;
/** Corners are known, and perspective is guessed, only so well. */
const A_SERIES_TOLERANCE = 0.05;

/** Size of the paper with these corners once it is squared up, in the picture's pixels; A4's proportions where it is nearly that. */
export function paperSize([a, b, c, d]: Quad): PixelSize {
  const width = Math.max((distance(a, b) + distance(d, c)) / 2, 1);
  const height = Math.max((distance(a, d) + distance(b, c)) / 2, 1);
  const ratio = Math.max(width, height) / Math.min(width, height);
  if (Math.abs(ratio / A_SERIES - 1) > A_SERIES_TOLERANCE) return { widthPx: width, heightPx: height };
  return width < height
    ? { widthPx: width, heightPx: width * A_SERIES }
    : { widthPx: height * A_SERIES, heightPx: height };
}
