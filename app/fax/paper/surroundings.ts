import type { Quad } from './quad';
import { LEVELS, levelsOf, type Levels } from './small-copy';

/** What lies around a candidate for the paper. */
export interface Surroundings {
  /** How much lighter the paper is than what lies beside it, in levels: the median. Light that falls off over both does not count. */
  readonly contrast: number;
  /** The part of the outside that is at least halfway to the paper beside it. */
  readonly likePaper: number;
  /** The part of the outside that differs from its own neighbourhood: print, pictures, grain. */
  readonly detailed: number;
  /** The part of the outside, a little away from the paper, that is darker than its neighbourhood. */
  readonly printed: number;
  /** The part of the outside, thin dark things left out, that is not smooth. */
  readonly rough: number;
  /** The part of the paper's margin, along the side with most of it, that has print on it. */
  readonly margin: number;
}

/** What differs from its neighbourhood by this much is a detail. */
const DETAIL = levelsOf(1.19);

/** Pixels this near to the paper's edge belong to neither side. */
const NEAR = 2;

/** The paper's own shadow on the desk is no farther from its edge than this. */
const SHADOW = 5;

/** The margin of a paper: so far within its edge. */
const MARGIN = { from: 1.5, to: 6 };

/** The paper beside a place outside is looked at this far within its edge. */
const WITHIN = 8;

/** Neighbours that differ by more are not smooth. */
const ROUGH = levelsOf(1.03);

/** Signed distance to a side: positive inside. */
interface SideDistance {
  readonly perX: number;
  readonly perY: number;
  readonly origin: number;
}

const sidesOf = (quad: Quad): SideDistance[] =>
  quad.map((a, i) => {
    const b = quad[((i + 1) % 4) as 0 | 1 | 2 | 3];
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    const [across, down] = [(b.x - a.x) / length, (b.y - a.y) / length];
    return { perX: -down, perY: across, origin: down * a.x - across * a.y };
  });

const depthOf = (side: SideDistance, x: number, y: number): number => side.perX * x + side.perY * y + side.origin;

/** The side that a point lies least inside of. */
function nearestSide(sides: readonly SideDistance[], x: number, y: number): number {
  let least = Infinity;
  let nearest = 0;
  for (let i = 0; i < sides.length; i++) {
    const side = sides[i];
    const deep = side === undefined ? Infinity : depthOf(side, x, y);
    if (deep >= least) continue;
    least = deep;
    nearest = i;
  }
  return nearest;
}

/** The paper's level beside a point outside: straight within its edge, of both edges at a corner. */
function paperBeside(
  { width, height, levels }: Levels,
  sides: readonly SideDistance[],
  x: number,
  y: number,
): number {
  let [u, v] = [x, y];
  for (let step = 0; step < 2; step++) {
    const side = sides[nearestSide(sides, u, v)];
    if (side === undefined) break;
    const by = WITHIN - depthOf(side, u, v);
    if (by <= 0) break;
    u += side.perX * by;
    v += side.perY * by;
  }
  const column = Math.min(Math.max(Math.floor(u), 0), width - 1);
  return levels[Math.min(Math.max(Math.floor(v), 0), height - 1) * width + column] ?? 0;
}

/** Differences of two levels, counted. */
class Differences {
  readonly #counts = new Uint32Array(2 * LEVELS - 1);
  #all = 0;

  add(difference: number): void {
    this.#counts[difference + LEVELS - 1] = (this.#counts[difference + LEVELS - 1] ?? 0) + 1;
    this.#all++;
  }

  median(): number {
    let below = 0;
    const found = this.#counts.findIndex((count) => (below += count) > this.#all >> 1);
    return found < 0 ? 0 : found - LEVELS + 1;
  }

  /** The part of them for which `is` holds. */
  part(is: (difference: number) => boolean): number {
    let sum = 0;
    this.#counts.forEach((count, i) => (sum += is(i - LEVELS + 1) ? count : 0));
    return sum / Math.max(this.#all, 1);
  }

  get count(): number {
    return Math.max(this.#all, 1);
  }
}

/** Looks around `quad`. `closed` is the picture without thin dark things, `opened` without thin light ones. */
export function lookAround(image: Levels, closed: Levels, opened: Levels, quad: Quad): Surroundings {
  const sides = sidesOf(quad);
  const differences = new Differences();
  let [detailed, printed, rough, far] = [0, 0, 0, 0];
  const margins = [0, 0, 0, 0];
  const inks = [0, 0, 0, 0];
  for (let y = 0, at = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++, at++) {
      const nearest = nearestSide(sides, x + 0.5, y + 0.5);
      const deep = depthOf(sides[nearest]!, x + 0.5, y + 0.5);
      const level = closed.levels[at] ?? 0;
      const value = image.levels[at] ?? 0;
      const dark = level - value > DETAIL;
      if (deep >= MARGIN.from && deep < MARGIN.to) {
        margins[nearest]++;
        if (dark) inks[nearest]++;
      }
      if (deep >= -NEAR) continue;
      differences.add(paperBeside(closed, sides, x + 0.5, y + 0.5) - level);
      if (dark || value - (opened.levels[at] ?? 0) > DETAIL) detailed++;
      if (deep >= -SHADOW) continue;
      far++;
      if (dark) printed++;
      const r = Math.max(Math.abs((closed.levels[at + 1] ?? level) - level), Math.abs((closed.levels[at + image.width] ?? level) - level));
      if (r > ROUGH) rough++;
    }
  }
  const contrast = differences.median();
  const halfway = Math.abs(contrast) / 2;
  const likePaper = differences.part((difference) => difference * Math.sign(contrast) < halfway);
  return { contrast, likePaper, detailed: detailed / differences.count, printed: printed / Math.max(far, 1), rough: rough / Math.max(far, 1), margin: Math.max(...inks.map((n, i) => n / Math.max(margins[i], 1))) };
}
