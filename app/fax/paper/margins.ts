import type { GreyImage } from '../grey';
import type { Kernels } from '../kernels/kernels';
import { levelAt, levelsOf } from './levels';
import type { Candidate } from './sides';
import { sideOf, type Point, type Quad } from './quad';

/** Places along a side that are looked at. */
const PLACES = 48;

/** A paper has no print so far within its edge, in pixels. */
const BLANK = [1.5, 3, 4.5, 6];

/** What is darker than its neighbourhood by this much is print, or grain of the desk. */
const PRINT = levelsOf(1.19);

/** Most of a margin that may be printed. */
const MOST_PRINT = 0.06;

/** From so far within a side on, and so far apart, … */
const FIRST_DEPTH = 4;
const DEPTH_STEP = 8;
/** … to so far within it, the paper's true edge is looked for; farther where the side is the picture's border. */
const LAST_DEPTH = 24;
const LAST_BORDER_DEPTH = 90;

/** What becomes lighter by this much, farther within, was not the paper's margin but desk. */
const DESK_STEP = levelsOf(1.07);

/** Most of a margin that may seem to be desk: shadows do. */
const MOST_DESK = 0.6;

/** What is seen along a side, within it. */
export interface Margin {
  /** The part of it that has print on it, or anything else that is thin and dark. */
  readonly printed: number;
  /** The part of it within which the paper's edge seems to lie. */
  readonly desk: number;
}

/** Where the pixel of a point is; `null` outside of the picture. */
function placeOf({ width, height }: GreyImage, x: number, y: number): number | null {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  return column < 0 || row < 0 || column >= width || row >= height ? null : row * width + column;
}

/** Where a point is that lies so far along a side, and so far within it. */
type Within = (part: number, depth: number) => number | null;

const within =
  (picture: GreyImage, a: Point, b: Point): Within =>
  (part, depth) => {
    const [x, y] = [b.x - a.x, b.y - a.y];
    const inward = depth / Math.hypot(x, y);
    return placeOf(picture, a.x + x * part - y * inward, a.y + y * part + x * inward);
  };

function desksEdgeWithin(closed: GreyImage, place: Within, part: number, lastDepth: number): boolean {
  let lightest = Infinity;
  for (let depth = FIRST_DEPTH; depth <= lastDepth; depth += DEPTH_STEP) {
    const at = place(part, depth);
    if (at === null) return false;
    const level = levelAt(closed, at);
    if (level - lightest > DESK_STEP) return true;
    lightest = lightest === Infinity ? level : Math.max(lightest, level);
  }
  return false;
}

function marginAlong(picture: GreyImage, closed: GreyImage, place: Within, lastDepth: number): Margin {
  let [seen, printed, desk] = [0, 0, 0];
  for (let i = 0; i < PLACES; i++) {
    const part = (i + 0.5) / PLACES;
    for (const depth of BLANK) {
      const at = place(part, depth);
      if (at === null) continue;
      seen++;
      if (levelAt(closed, at) - levelAt(picture, at) > PRINT) printed++;
    }
    if (desksEdgeWithin(closed, place, part, lastDepth)) desk++;
  }
  return { printed: printed / Math.max(seen, 1), desk: desk / PLACES };
}

/** See `PaperKernels.margins`. */
export const margins = (picture: GreyImage, closed: GreyImage, quad: Quad, depths: readonly number[]): Margin[] =>
  depths.map((lastDepth, i) => marginAlong(picture, closed, within(picture, ...sideOf(quad, i)), lastDepth));

/**
 * Whether a candidate's margins are blank and paper, as those of most papers are. A line through print, as the edge of a shadow, has print on both sides of it; one
 * beside the paper has desk within it. `closed` is the picture without thin dark things.
 */
export function hasMargins(picture: GreyImage, closed: GreyImage, candidate: Candidate, kernels: Kernels): boolean {
  const { top, right, bottom, left } = candidate.borders;
  const borders = [top, right, bottom, left];
  const depths = borders.map((border) => (border ? LAST_BORDER_DEPTH : LAST_DEPTH));
  return kernels
    .margins(picture, closed, candidate.quad, depths)
    .every(({ printed, desk }, i) => (borders[i] || printed < MOST_PRINT) && (!candidate.lighter || desk < MOST_DESK));
}
