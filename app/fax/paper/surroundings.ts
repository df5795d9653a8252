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
  /** The part of the outside, a little away from the paper, that is full of thin dark things, as print is and the lines between tiles are not. */
  readonly printed: number;
  /** The part of the outside, a little away from the paper and thin dark things left out, that is not smooth. */
  readonly rough: number;
}

/** What differs from its neighbourhood by this much is a detail. */
const DETAIL = levelsOf(1.19);

/** Pixels this near to the paper's edge belong to neither side. */
const NEAR = 2;

/** The paper's own shadow on the desk is no farther from its edge than this. */
const SHADOW = 5;

/** The paper beside a place outside is looked at this far within its edge. */
const WITHIN = 8;

/** Print is looked for in blocks of so many pixels to a side. */
const BLOCK = 8;

/** A block of print is thin and dark in more than this part of it. */
const PRINTED = 0.4;

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
function paperBeside({ width, height, levels }: Levels, sides: readonly SideDistance[], x: number, y: number): number {
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
  return levels[Math.min(Math.max(Math.floor(v), 0), height - 1) * width + column] ?? 0;
}

const isRough = ({ width, levels }: Levels, at: number): boolean => {
  const level = levels[at] ?? 0;
  const [right, below] = [levels[at + 1] ?? level, levels[at + width] ?? level];
  return Math.abs(right - level) > ROUGH || Math.abs(below - level) > ROUGH;
};

/** Dark details, counted in blocks. */
class PrintedBlocks {
  readonly #counts: Uint8Array;
  readonly #across: number;

  constructor(width: number, height: number) {
    this.#across = Math.ceil(width / BLOCK);
    this.#counts = new Uint8Array(this.#across * Math.ceil(height / BLOCK));
  }

  add(x: number, y: number): void {
    const block = Math.trunc(y / BLOCK) * this.#across + Math.trunc(x / BLOCK);
    this.#counts[block] = (this.#counts[block] ?? 0) + 1;
  }

  /** Pixels in the blocks that have much of it. */
  area(): number {
    return this.#counts.filter((count) => count > PRINTED * BLOCK * BLOCK).length * BLOCK * BLOCK;
  }
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
  const { width, height } = image;
  const sides = sidesOf(quad);
  const differences = new Differences();
  const print = new PrintedBlocks(width, height);
  let [detailed, far, rough] = [0, 0, 0];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const deep = depth(sides, x + 0.5, y + 0.5);
      if (deep >= -NEAR) continue;
      const level = closed.levels[at] ?? 0;
      const value = image.levels[at] ?? 0;
      differences.add(paperBeside(closed, sides, x + 0.5, y + 0.5) - level);
      const isDark = level - value > DETAIL;
      if (isDark || value - (opened.levels[at] ?? 0) > DETAIL) detailed++;
      if (deep >= -SHADOW) continue;
      far++;
      if (isDark) print.add(x, y);
      if (isRough(closed, at)) rough++;
    }
  }
  const contrast = differences.median();
  const halfway = Math.abs(contrast) / 2;
  const likePaper = differences.part((difference) => difference * Math.sign(contrast) < halfway);
  const outside = Math.max(far, 1);
  return {
    contrast,
    likePaper,
    detailed: detailed / differences.count,
    printed: print.area() / outside,
    rough: rough / outside,
  };
}
