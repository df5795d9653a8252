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

/** A side, and how far a point lies inside it (negative: outside). */
interface Depth {
  readonly side: SideDistance;
  readonly deep: number;
}

/** The side that a point lies least inside of. */
function depth(sides: readonly SideDistance[], x: number, y: number): Depth | null {
  let least: Depth | null = null;
  for (const side of sides) {
    const deep = side.perX * x + side.perY * y + side.origin;
    if (least === null || deep < least.deep) least = { side, deep };
  }
  return least;
}

/** The paper's level beside a point outside: straight within its edge, of both edges at a corner. */
function paperBeside(
  { width, height, pixels }: GreyImage,
  sides: readonly SideDistance[],
  x: number,
  y: number,
): number {
  let place = { x, y };
  for (let step = 0; step < 2; step++) {
    const at = depth(sides, place.x, place.y);
    if (at === null || at.deep >= WITHIN) break;
    const by = WITHIN - at.deep;
    place = { x: place.x + at.side.perX * by, y: place.y + at.side.perY * by };
  }
  const column = Math.min(Math.max(Math.floor(place.x), 0), width - 1);
  return pixels[Math.min(Math.max(Math.floor(place.y), 0), height - 1) * width + column] ?? 0;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Looks around `quad`. `closed` is the picture without thin dark things, `opened` without thin light ones. */
export function lookAround(image: GreyImage, closed: GreyImage, opened: GreyImage, quad: Quad): Surroundings {
  const sides = sidesOf(quad);
  const differences: number[] = [];
  let detailed = 0;
  for (let y = 0, at = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++, at++) {
      const deep = depth(sides, x + 0.5, y + 0.5)?.deep ?? 0;
      if (deep >= -NEAR) continue;
      const level = closed.pixels[at] ?? 0;
      const value = image.pixels[at] ?? 0;
      differences.push(paperBeside(closed, sides, x + 0.5, y + 0.5) - level);
      if (level - value > DETAIL || value - (opened.pixels[at] ?? 0) > DETAIL) detailed++;
    }
  }
  const contrast = median(differences);
  const halfway = Math.abs(contrast) / 2;
  const like = differences.filter((difference) => difference * Math.sign(contrast) < halfway).length;
  const count = Math.max(differences.length, 1);
  return { contrast, likePaper: like / count, detailed: detailed / count };
}
