import type { GreyImage } from '../grey';
import type { Kernels } from '../kernels/kernels';
import { directionOf } from './edge-offsets';
import type { Point, Quad } from './quad';
import type { Candidate } from './sides';

/** Pixels of the small copy looked at on either side of the rough edge. */
const REACH = 2;
/** The cut goes this many pixels inside the edge, so that none of its blur is left. */
const INSIDE = 1.5;

const middle = (values: Float64Array): number => values.slice().sort()[values.length >> 1] ?? 0;

/** A straight line through offsets at 0 … 1 along a side, the outliers left out (H. Theil, 1950; P. Sen, 1968). */
function straight(offsets: Float64Array): { start: number; end: number } {
  const half = offsets.length >> 1;
  const slopes = offsets.slice(0, half).map((offset, i) => ((offsets[i + half] ?? 0) - offset) / half);
  const slope = middle(slopes);
  const start = middle(offsets.map((offset, i) => offset - slope * i));
  return { start, end: start + slope * (offsets.length - 1) };
}

/** The side from `a` to `b`, moved to where the edge really is and a hair inside. Inside is to the right of the way from a to b. */
function moved(a: Point, b: Point, offsets: Float64Array): [Point, Point] {
  const along = directionOf(a, b);
  const { start, end } = straight(offsets);
  const move = (p: Point, by: number): Point => ({ x: p.x - along.y * by, y: p.y + along.x * by });
  return [move(a, start + INSIDE), move(b, end + INSIDE)];
}

function crossing([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): Point {
  const [ux, uy, vx, vy] = [b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y];
  const t = ((c.x - a.x) * vy - (c.y - a.y) * vx) / (ux * vy - uy * vx);
  return { x: a.x + ux * t, y: a.y + uy * t };
}

/** Corners found in a copy `scale` times smaller, made exact in the picture itself. Sides on the picture's border stay there. */
export function refineSides(
  picture: GreyImage,
  rough: Quad,
  scale: number,
  { borders, lighter }: Candidate,
  kernels: Kernels,
): Quad {
  const reach = Math.max(Math.ceil(REACH * scale), 3);
  const [a, b, c, d] = rough;
  const sign = lighter ? 1 : -1;
  const side = (from: Point, to: Point, border: boolean): readonly [Point, Point] =>
    border ? [from, to] : moved(from, to, kernels.edgeOffsets(picture, from, to, sign, reach));
  const top = side(a, b, borders.top);
  const right = side(b, c, borders.right);
  const bottom = side(c, d, borders.bottom);
  const left = side(d, a, borders.left);
  return [crossing(left, top), crossing(top, right), crossing(right, bottom), crossing(bottom, left)];
}
