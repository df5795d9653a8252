import type { GreyImage } from '../grey';
import type { Point } from './quad';

/** Places along a side where its exact position is looked for. */
export const PLACES = 64;

type At = (x: number, y: number) => number;

/** The direction from one point to another, of length 1. */
export function directionOf(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

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

/** See `PaperKernels.edgeOffsets`. */
export function edgeOffsets(picture: GreyImage, from: Point, to: Point, sign: 1 | -1, reach: number): Float64Array {
  const { width, height, pixels } = picture;
  const at: At = (x, y) => {
    const column = Math.min(Math.max(Math.floor(x), 0), width - 1);
    return pixels[Math.min(Math.max(Math.floor(y), 0), height - 1) * width + column] ?? 0;
  };
  const along = directionOf(from, to);
  const normal = { x: -along.y, y: along.x };
  return Float64Array.from({ length: PLACES }, (_, i) => {
    const part = 0.04 + (0.92 * i) / (PLACES - 1);
    const place = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    return edgeOffset(at, sign, place, normal, along, reach);
  });
}
