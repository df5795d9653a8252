import type { GreyImage } from '../grey';
import { DetailBySide, Differences, PrintedBlocks } from './counts';
import { levelAt, levelsOf } from './levels';
import type { Quad } from './quad';
import { depthOf, nearestSide, sidesOf, type SideDistance } from './side-distance';

/** What lies around a candidate for the paper. */
export interface Surroundings {
  /** How much lighter the paper is than what lies beside it, in levels: the median. Light that falls off over both does not count. */
  readonly contrast: number;
  /** The part of the outside that is at least halfway to the paper beside it. */
  readonly likePaper: number;
  /** The part of the outside that differs from its own neighbourhood: print, pictures, grain. */
  readonly detailed: number;
  /** The same along the picture's border, where pages are blank, beyond that side of the paper where it is least. */
  readonly leastDetailed: number;
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

/** Along the picture's border, so many pixels wide, a page has no print, but a patterned desk its pattern. */
const BAND = 8;

/** Neighbours that differ by more are not smooth. */
const ROUGH = levelsOf(1.03);

/** The paper's level beside a point outside: straight within its edge, of both edges at a corner. */
function paperBeside(closed: GreyImage, sides: readonly SideDistance[], x: number, y: number): number {
  const { width, height } = closed;
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
  return levelAt(closed, Math.min(Math.max(Math.floor(v), 0), height - 1) * width + column);
}

const isRough = (closed: GreyImage, at: number): boolean => {
  const level = levelAt(closed, at);
  const differs = (other: number): boolean =>
    other < closed.pixels.length && Math.abs(levelAt(closed, other) - level) > ROUGH;
  return differs(at + 1) || differs(at + closed.width);
};

/** See `PaperKernels.lookAround`. */
export function lookAround(image: GreyImage, closed: GreyImage, opened: GreyImage, quad: Quad): Surroundings {
  const { width, height } = image;
  const sides = sidesOf(quad);
  const differences = new Differences();
  const print = new PrintedBlocks(width, height);
  const band = new DetailBySide();
  let [detailed, far, rough] = [0, 0, 0];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const nearest = nearestSide(sides, x + 0.5, y + 0.5);
      const side = sides[nearest];
      const deep = side === undefined ? 0 : depthOf(side, x + 0.5, y + 0.5);
      if (deep >= -NEAR) continue;
      const level = levelAt(closed, at);
      const value = levelAt(image, at);
      differences.add(paperBeside(closed, sides, x + 0.5, y + 0.5) - level);
      const isDark = level - value > DETAIL;
      const isDetail = isDark || value - levelAt(opened, at) > DETAIL;
      if (isDetail) detailed++;
      if (x < BAND || y < BAND || x >= width - BAND || y >= height - BAND) band.add(nearest, isDetail);
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
    detailed: detailed / Math.max(differences.count, 1),
    leastDetailed: band.leastPart(),
    printed: print.area() / outside,
    rough: rough / outside,
  };
}
