import type { Point } from './quad';
import type { Candidate } from './sides';
import { at as levelAt, levelsOf, type Levels } from './small-copy';

/** Places along a side that are looked at. */
const PLACES = 48;

/** So far within its edge, in pixels, a paper is blank. */
const DEPTHS = [1.5, 3, 4.5, 6];

/** What is darker than its neighbourhood by this much is print. */
const PRINT = levelsOf(1.19);

/** So far within a side, in pixels, no edge of a paper is looked for; farther where the side is the picture's border. */
const DEPTH = 24;
const BORDER_DEPTH = 90;

/** Between places that lie this far apart, one beyond the other … */
const STEP = 8;
/** … brightness steps by this much, at least, where the edge of the paper lies. */
const LEAST_STEP = levelsOf(1.07);

/** What is wrong with a candidate's margins, each the part of the side with most of it. */
export interface Margins {
  /** Has print on it, or anything else that is thin and dark. */
  readonly printed: number;
  /** Is darker than the paper farther within: it is desk. */
  readonly dark: number;
}

/** Looks along the margins of a candidate. */
export function marginsOf(picture: Levels, closed: Levels, { quad, sides: { top, right, bottom, left } }: Candidate): Margins {
  const lines = [top, right, bottom, left];
  const sides = quad.map((a, i) => marginAlong(picture, closed, a, quad[((i + 1) % 4) as 0 | 1 | 2 | 3], lines[i]?.seen === null ? BORDER_DEPTH : DEPTH));
  return { printed: Math.max(...sides.map(({ printed }) => printed)), dark: Math.max(...sides.map(({ dark }) => dark)) };
}

function marginAlong(picture: Levels, closed: Levels, a: Point, b: Point, deepest: number): Margins {
  const [x, y] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(x, y);
  const place = (part: number, depth: number): number | null =>
    levelAt(picture, a.x + x * part - (y / length) * depth, a.y + y * part + (x / length) * depth);
  let [seen, printed, compared, dark] = [0, 0, 0, 0];
  for (let i = 0; i < PLACES; i++) {
    const part = (i + 0.5) / PLACES;
    for (const depth of DEPTHS) {
      const here = place(part, depth);
      if (here === null) continue;
      seen++;
      if ((closed.levels[here] ?? 0) - (picture.levels[here] ?? 0) > PRINT) printed++;
    }
    if (part < 0.12 || part > 0.88) continue;
    compared++;
    let lightest = Infinity;
    for (let depth = 4; depth <= deepest; depth += STEP) {
      const next = place(part, depth);
      if (next === null) break;
      const level = closed.levels[next] ?? 0;
      if (level - lightest > LEAST_STEP) {
        dark++;
        break;
      }
      lightest = lightest === Infinity ? level : Math.max(lightest, level);
    }
  }
  return { printed: deepest === BORDER_DEPTH ? 0 : printed / Math.max(seen, 1), dark: dark / Math.max(compared, 1) };
}
