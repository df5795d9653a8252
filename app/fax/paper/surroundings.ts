import type { GreyImage } from '../grey';
import type { Quad } from './quad';

/** What lies around a candidate for the paper, in a logarithmic picture. */
export interface Surroundings {
  /** How much lighter the paper is than what lies beside it: the median. Light that falls off over both does not count. */
  readonly contrast: number;
  /** The part of the outside that is at least halfway to the paper beside it. */
  readonly likePaper: number;
  /** The part of the outside that differs from its own neighbourhood: print, pictures, grain. */
  readonly detailed: number;
}

/** What differs from its neighbourhood by this much is a detail: 19 % of brightness. */
const DETAIL = 8;

/** Pixels this near to the paper's edge belong to neither side. */
const NEAR = 2;

/** The paper beside a place outside is looked at this far within its edge. */
const WITHIN = 8;

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
function nearestSide(sides: readonly SideDistance[], x: number, y: number): SideDistance | null {
  let least = Infinity;
  let nearest: SideDistance | null = null;
  for (const side of sides) {
    const deep = depthOf(side, x, y);
    if (deep >= least) continue;
    least = deep;
    nearest = side;
  }
  return nearest;
}

/** How far a point lies inside all sides; negative: outside. */
function depth(sides: readonly SideDistance[], x: number, y: number): number {
  let least = Infinity;
  for (const side of sides) least = Math.min(least, depthOf(side, x, y));
  return least;
}

/** The paper's level beside a point outside: straight within its edge, of both edges at a corner. */
function paperBeside(
  { width, height, pixels }: GreyImage,
  sides: readonly SideDistance[],
  x: number,
  y: number,
): number {
  let [u, v] = [x, y];
  for (let step = 0; step < 2; step++) {
    const side = nearestSide(sides, u, v);
    if (side === null) break;
    const by = WITHIN - depthOf(side, u, v);
    if (by <= 0) break;
    u += side.perX * by;
    v += side.perY * by;
  }
  const column = Math.min(Math.max(Math.floor(u), 0), width - 1);
  return pixels[Math.min(Math.max(Math.floor(v), 0), height - 1) * width + column] ?? 0;
}

/** Differences of two values of 0 … 255, counted. */
class Differences {
  readonly #counts = new Uint32Array(511);
  #all = 0;

  add(difference: number): void {
    this.#counts[difference + 255] = (this.#counts[difference + 255] ?? 0) + 1;
    this.#all++;
  }

  median(): number {
    let below = 0;
    const found = this.#counts.findIndex((count) => (below += count) > this.#all >> 1);
    return found < 0 ? 0 : found - 255;
  }

  /** The part of them for which `is` holds. */
  part(is: (difference: number) => boolean): number {
    let sum = 0;
    this.#counts.forEach((count, i) => (sum += is(i - 255) ? count : 0));
    return sum / Math.max(this.#all, 1);
  }

  get count(): number {
    return Math.max(this.#all, 1);
  }
}

/** Looks around `quad`. `closed` is the picture without thin dark things, `opened` without thin light ones. */
export function lookAround(image: GreyImage, closed: GreyImage, opened: GreyImage, quad: Quad): Surroundings {
  const sides = sidesOf(quad);
  const differences = new Differences();
  let detailed = 0;
  for (let y = 0, at = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++, at++) {
      if (depth(sides, x + 0.5, y + 0.5) >= -NEAR) continue;
      const level = closed.pixels[at] ?? 0;
      const value = image.pixels[at] ?? 0;
      differences.add(paperBeside(closed, sides, x + 0.5, y + 0.5) - level);
      if (level - value > DETAIL || value - (opened.pixels[at] ?? 0) > DETAIL) detailed++;
    }
  }
  const contrast = differences.median();
  const halfway = Math.abs(contrast) / 2;
  const likePaper = differences.part((difference) => difference * Math.sign(contrast) < halfway);
  return { contrast, likePaper, detailed: detailed / differences.count };
}
