import type { GreyImage } from '../grey';
import type { Kernels } from '../kernels/kernels';
import { plainKernels } from '../kernels/plain/plain-kernels';
import { close, open } from '../binarise/neighbourhood';
import { edgeLines } from './edge-lines';
import { marginsOf } from './margins';
import { quadArea, mapCorners, type Quad } from './quad';
import { refineSides } from './refine';
import { bestSides, type Candidate, type Sides } from './sides';
import { levelsOf, type Levels, logarithmic, padded, smallCopy, transposed, unpadded } from './small-copy';
import { lookAround, type Surroundings } from './surroundings';

/** Longest side of the copy in which the paper is looked for. */
const LONGEST = 320;

/** Print and other things narrower than twice this, in pixels of the copy, are taken off the paper before its edges are looked for. */
const PRINT = 4;

/** Paper whose sides all lie this straight, in radians (0.35°), may be part of a scanned or drawn page instead. */
const STRAIGHT = 0.006;

const steepest = ({ left, right, top, bottom }: Sides): number =>
  Math.max(...[left, right, top, bottom].map(({ slope }) => Math.abs(slope)));

/** Opposite sides of a paper photographed by hand are not longer than this many times one another. */
const MOST_PERSPECTIVE = 1.7;

function looksLikePaper([a, b, c, d]: Quad): boolean {
  const sides = [
    [b.x - a.x, c.x - d.x],
    [d.y - a.y, c.y - b.y],
  ] as const;
  return sides.every(([one, other]) => Math.max(one, other) < MOST_PERSPECTIVE * Math.min(one, other));
}

/*
 * How sure is sure enough. A page that was scanned or drawn whole must never be cut, even if a dark cover, a
 * picture or a tinted form on it looks like a paper on a desk. A desk has no print on it, and no photo is held perfectly
 * straight; where both speak against a desk, or the light, there is no cut.
 */

/** Paper and desk differ at least this much. */
const PLAIN_CONTRAST = levelsOf(1.115);
const LEAST_CONTRAST = levelsOf(1.03);

/** Paper lighter than the desk. */
function isLightPaper({ support, worst, sides }: Candidate, around: Surroundings): boolean {
  if (support < 0.8 || worst < 0.55 || around.contrast < LEAST_CONTRAST) return false;
  if (steepest(sides) < STRAIGHT) return around.contrast >= PLAIN_CONTRAST && around.detailed < 0.01 && around.likePaper < 0.02;
  if (around.contrast < PLAIN_CONTRAST && around.printed > 0.03 && around.rough < 0.12) return false;
  return around.likePaper < 0.5;
}

/** Paper darker than the desk. A picture or a tinted box on a page looks the same but lies straight, or has print beside it. */
function isDarkPaper({ support, worst, sides }: Candidate, around: Surroundings): boolean {
  if (support < 0.85 || worst < 0.7 || -around.contrast < PLAIN_CONTRAST) return false;
  return steepest(sides) >= STRAIGHT && around.detailed < 0.01 && around.likePaper < 0.1;
}

/** Less than this part of a picture around the paper is not worth a cut. */
const LEAST_DESK = 0.004;

export const DEBUG: { log: ((quad: Quad, c: Candidate, around: Surroundings, lighter: boolean) => void) | null; try?: (c: Candidate, p: number, d: number) => void } = { log: null };

function sureOf(small: GreyImage, kernels: Kernels): Candidate | null {
  const wide = padded(small, 2 * PRINT);
  const levels = logarithmic(small);
  const closed = logarithmic(unpadded(close(wide, PRINT, kernels), 2 * PRINT));
  const lines = { down: edgeLines(closed), across: edgeLines(transposed(closed)) };
  let opened: Levels | null = null;
  for (const lighter of [true, false]) {
    const best = bestSides(lines, lighter, small.width, small.height).find((candidate) => {
      const { quad } = candidate;
      if (!looksLikePaper(quad) || 1 - quadArea(quad) / small.pixels.length < LEAST_DESK) return false;
      const { printed, dark } = marginsOf(levels, closed, candidate);
      DEBUG.try?.(candidate, printed, dark);
      return printed < 0.06 && (!lighter || dark < 0.6);
    });
    if (best === undefined) continue;
    opened ??= logarithmic(unpadded(open(wide, PRINT, kernels), 2 * PRINT));
    const around = lookAround(levels, closed, opened, best.quad);
    DEBUG.log?.(best.quad, best, { ...around, ...(({ printed: mP, dark: mD }) => ({ mP, mD }))(marginsOf(levels, closed, best)) } as any, lighter);
    if (lighter ? isLightPaper(best, around) : isDarkPaper(best, around)) return best;
  }
  return null;
}

/**
 * The corners of a paper photographed on a desk, in the picture's pixels; `null` where there is none, where it fills the
 * picture, and in doubt.
 */
export function findPaper(picture: GreyImage, kernels: Kernels = plainKernels): Quad | null {
  const { image, scale } = smallCopy(picture, LONGEST, kernels);
  if (image.width < 8 * PRINT || image.height < 8 * PRINT) return null;
  const found = sureOf(image, kernels);
  if (found === null) return null;
  const rough = mapCorners(found.quad, ({ x, y }) => ({ x: x * scale, y: y * scale }));
  return refineSides(picture, rough, scale, found.sides);
}
