import type { GreyImage } from '../grey';
import type { Point, Quad } from './quad';
import type { Candidate } from './sides';

/** Places along a side where its exact position is looked for. */
const PLACES = 64;
/** Pixels of the small copy looked at on either side of the rough edge. */
const REACH = 2;
/** The cut goes this many pixels inside the edge, so that none of its blur is left. */
const INSIDE = 1.5;

type At = (x: number, y: number) => number;

/** How far, in pixels along the normal, the paper's edge lies from a place: where light (`sign` 1: within) and dark part most. */
function edgeOffset(at: At, sign: 1 | -1, place: Point, normal: Point, along: Point, reach: number): number {
  const box = Math.max(Math.round(reach / 4), 1);
  const profile = Array.from({ length: 2 * reach + 1 }, (_, i) => {
    let sum = 0;
    for (let k = -2; k <= 2; k++) {
      const far = i - reach;
      sum += at(place.x + normal.x * far + along.x * k, place.y + normal.y * far + along.y * k);
    }
    return sum / 5;
  });
  let best = 0;
  let offset = 0;
  for (let i = box; i + box <= profile.length; i++) {
    let inner = 0;
    let outer = 0;
    for (let k = 0; k < box; k++) {
      inner += profile[i + k] ?? 0;
      outer += profile[i - 1 - k] ?? 0;
    }
    const step = (sign * (inner - outer)) / (inner + outer + 10 * box);
    if (step <= best) continue;
    best = step;
    offset = i - reach - 0.5;
  }
  return offset;
}

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** A straight line through offsets at 0 … 1 along a side, the outliers left out (H. Theil, 1950; P. Sen, 1968). */
function straight(offsets: readonly number[]): { start: number; end: number } {
  const half = offsets.length >> 1;
  const slopes = offsets.slice(0, half).map((offset, i) => ((offsets[i + half] ?? 0) - offset) / half);
  const slope = middle(slopes);
  const start = middle(offsets.map((offset, i) => offset - slope * i));
  return { start, end: start + slope * (offsets.length - 1) };
}

/** The side from `a` to `b`, moved to where the edge really is and a hair inside. Inside is to the right of the way from a to b. */
function refined(at: At, sign: 1 | -1, a: Point, b: Point, reach: number): [Point, Point] {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const along = { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
  const normal = { x: -along.y, y: along.x };
  const offsets = Array.from({ length: PLACES }, (_, i) => {
    const part = 0.04 + (0.92 * i) / (PLACES - 1);
    return edgeOffset(at, sign, { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part }, normal, along, reach);
  });
  const { start, end } = straight(offsets);
  const move = (p: Point, by: number): Point => ({ x: p.x + normal.x * by, y: p.y + normal.y * by });
  return [move(a, start + INSIDE), move(b, end + INSIDE)];
}

function crossing([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): Point {
  const [ux, uy, vx, vy] = [b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y];
  const t = ((c.x - a.x) * vy - (c.y - a.y) * vx) / (ux * vy - uy * vx);
  return { x: a.x + ux * t, y: a.y + uy * t };
}

/** Corners found in a copy `scale` times smaller, made exact in the picture itself. Sides on the picture's border stay there. */
export function refineSides(picture: GreyImage, rough: Quad, scale: number, { borders, lighter }: Candidate): Quad {
  const { width, height, pixels } = picture;
  const at: At = (x, y) => {
    const column = Math.min(Math.max(Math.floor(x), 0), width - 1);
    return pixels[Math.min(Math.max(Math.floor(y), 0), height - 1) * width + column] ?? 0;
  };
  const reach = Math.max(Math.ceil(REACH * scale), 3);
  const [a, b, c, d] = rough;
  const sign = lighter ? 1 : -1;
  const side = (from: Point, to: Point, border: boolean): readonly [Point, Point] =>
    border ? [from, to] : refined(at, sign, from, to, reach);
  const top = side(a, b, borders.top);
  const right = side(b, c, borders.right);
  const bottom = side(c, d, borders.bottom);
  const left = side(d, a, borders.left);
  return [crossing(left, top), crossing(top, right), crossing(right, bottom), crossing(bottom, left)];
}
