import type { GreyImage } from '../grey';
import type { Kernels } from '../kernels/kernels';
import { plainKernels } from '../kernels/plain/plain-kernels';
import { close, open } from '../binarise/neighbourhood';
import { edgeLines } from './edge-lines';
import { hasMargins } from './margins';
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

/** Paper and desk differ at least this much: a white desk is hardly darker than paper. */
const LEAST_CONTRAST = levelsOf(1.03);

/** Where they differ this much, there can hardly be a doubt. */
const PLAIN_CONTRAST = levelsOf(1.115);

/** A desk of which more than this part is not smooth is patterned: it has details of its own. */
const PATTERNED = 0.12;

/** Whether something that is little darker than paper has print on it: then it is paper too, of another tint. */
const hasPrint = ({ contrast, detailed, printed, rough }: Surroundings): boolean =>
  rough < PATTERNED &&
  ((contrast < PLAIN_CONTRAST && detailed > 0.08) || (contrast < 2 * PLAIN_CONTRAST && printed > 0.06));

/** Paper lighter than the desk. */
function isLightPaper({ support, worst, sides }: Candidate, around: Surroundings): boolean {
  const { contrast, detailed, likePaper } = around;
  if (support < 0.8 || worst < 0.55 || contrast < LEAST_CONTRAST) return false;
  if (steepest(sides) < STRAIGHT) return contrast >= PLAIN_CONTRAST && detailed < 0.01 && likePaper < 0.02;
  return likePaper < 0.5 && !hasPrint(around);
}

/** Paper darker than the desk. A picture or a tinted box on a page looks the same but lies straight, or has print beside it. */
function isDarkPaper({ support, worst, sides }: Candidate, around: Surroundings): boolean {
  if (support < 0.85 || worst < 0.7 || -around.contrast < PLAIN_CONTRAST) return false;
  return steepest(sides) >= STRAIGHT && around.detailed < 0.01 && around.likePaper < 0.1;
}

/** Less than this part of a picture around the paper is not worth a cut. */
const LEAST_DESK = 0.004;

function sureOf(small: GreyImage, kernels: Kernels): Candidate | null {
  const wide = padded(small, 2 * PRINT);
  const levels = logarithmic(small);
  const closed = logarithmic(unpadded(close(wide, PRINT, kernels), 2 * PRINT));
  const lines = { down: edgeLines(closed), across: edgeLines(transposed(closed)) };
  const isWorthACut = (quad: Quad): boolean => 1 - quadArea(quad) / small.pixels.length >= LEAST_DESK;
  let opened: Levels | null = null;
  for (const lighter of [true, false]) {
    const best = bestSides(lines, lighter, small.width, small.height).find(
      (candidate) =>
        looksLikePaper(candidate.quad) && isWorthACut(candidate.quad) && hasMargins(levels, closed, candidate),
    );
    if (best === undefined) continue;
    opened ??= logarithmic(unpadded(open(wide, PRINT, kernels), 2 * PRINT));
    const around = lookAround(levels, closed, opened, best.quad);
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
  return refineSides(picture, rough, scale, found);
}
