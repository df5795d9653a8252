import type { GreyImage } from '../grey';
import type { Kernels } from '../kernels/kernels';
import { plainKernels } from '../kernels/plain/plain-kernels';
import { close, open } from '../binarise/neighbourhood';
import { isPaper } from './is-paper';
import { hasMargins } from './margins';
import { mapCorners, quadArea, type Point, type Quad } from './quad';
import { refineSides } from './refine';
import type { Candidate } from './sides';
import { padded, smallCopy, unpadded } from './small-copy';

/** Longest side of the copy in which the paper is looked for. */
const LONGEST = 320;

/** Print and other things narrower than twice this, in pixels of the copy, are taken off the paper before its edges are looked for. */
const PRINT = 4;

/** Paper whose sides all lie this straight, in radians (0.35°), may be part of a scanned or drawn page instead. */
const STRAIGHT = 0.006;

function isStraight([a, b, c, d]: Quad): boolean {
  const slope = (along: number, across: number): number => Math.abs(across / along);
  const isLevel = (from: Point, to: Point): boolean => slope(to.x - from.x, to.y - from.y) < STRAIGHT;
  const isUpright = (from: Point, to: Point): boolean => slope(to.y - from.y, to.x - from.x) < STRAIGHT;
  return isLevel(a, b) && isUpright(b, c) && isLevel(c, d) && isUpright(d, a);
}

/** Opposite sides of a paper photographed by hand are not longer than this many times one another. */
const MOST_PERSPECTIVE = 1.7;

function looksLikePaper([a, b, c, d]: Quad): boolean {
  const sides = [
    [b.x - a.x, c.x - d.x],
    [d.y - a.y, c.y - b.y],
  ] as const;
  return sides.every(([one, other]) => Math.max(one, other) < MOST_PERSPECTIVE * Math.min(one, other));
}

/** Less than this part of a picture around the paper is not worth a cut. */
const LEAST_DESK = 0.004;

/** A small picture, as the paper is looked for in it. */
interface Looks {
  readonly plain: GreyImage;
  /** Without thin dark things. */
  readonly closed: GreyImage;
  /** Without thin light things. */
  opened(): GreyImage;
}

function looksOf(small: GreyImage, kernels: Kernels): Looks {
  const wide = padded(small, 2 * PRINT, kernels);
  const without = (fold: typeof close): GreyImage => unpadded(fold(wide, PRINT, kernels), 2 * PRINT, kernels);
  return { plain: small, closed: without(close), opened: () => without(open) };
}

/** What looks most like a paper lighter than the desk, and darker. */
function likeliest({ plain, closed }: Looks, kernels: Kernels): Candidate[] {
  const { width, height } = closed;
  const { lighter, darker } = kernels.bestSides(closed);
  const isLikely = (candidate: Candidate): boolean =>
    looksLikePaper(candidate.quad) &&
    1 - quadArea(candidate.quad) / (width * height) >= LEAST_DESK &&
    hasMargins(plain, closed, candidate, kernels);
  return [lighter, darker].flatMap((candidates) => candidates.find(isLikely) ?? []);
}

/**
 * The corners of a paper photographed on a desk, in the picture's pixels; `null` where there is none, where it fills the
 * picture, and in doubt.
 */
export function findPaper(picture: GreyImage, kernels: Kernels = plainKernels): Quad | null {
  const { image, scale } = smallCopy(picture, LONGEST, kernels);
  if (image.width < 8 * PRINT || image.height < 8 * PRINT) return null;
  const looks = looksOf(image, kernels);
  for (const candidate of likeliest(looks, kernels)) {
    const rough = mapCorners(candidate.quad, ({ x, y }) => ({ x: x * scale, y: y * scale }));
    const paper = refineSides(picture, rough, scale, candidate, kernels);
    const around = kernels.lookAround(looks.plain, looks.closed, looks.opened(), candidate.quad);
    if (isPaper(candidate, around, isStraight(rough) || isStraight(paper))) return paper;
  }
  return null;
}
