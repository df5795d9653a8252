import type { GreyImage } from '../grey';
import type { Kernels } from '../kernels/kernels';
import { plainKernels } from '../kernels/plain/plain-kernels';
import type { Ink } from './ink';
import { frameQuad, mapCorners, type Quad } from './quad';
import { smallCopy } from './small-copy';

/** Skew beyond this is not mended: it is more likely meant. In degrees. */
const MOST_DEGREES = 5;
/** Skew below this is not worth resampling for. */
const LEAST_DEGREES = 0.25;
const LONGEST = 900;
const COARSE_STEP = 0.25;
const FINE_STEP = 0.05;

/** Fewer points than this tell nothing. */
const FEWEST_POINTS = 600;

/** Rows of print are this much more distinct at the page's skew than as it lies. Measured: text lines 2 … 30. */
const DISTINCT = 1.35;
/** … and than at a wholly wrong angle. */
const CLEAR = 2;

/** The angle of those from `from` to `to` at which rows of ink are most distinct. */
function best(ink: Ink, kernels: Kernels, from: number, to: number, step: number): { degrees: number; value: number } {
  const angles: number[] = [];
  for (let degrees = from; degrees <= to + step / 2; degrees += step) angles.push(degrees);
  let found = { degrees: 0, value: 0 };
  kernels.distinctness(ink, angles).forEach((value, i) => {
    if (value > found.value) found = { degrees: angles[i] ?? 0, value };
  });
  return found;
}

/** How far the lines of print slope, in degrees clockwise: up to 5; 0 where it is not sure. */
export function findSkew(picture: GreyImage, kernels: Kernels = plainKernels): number {
  const ink = kernels.inkOf(smallCopy(picture, LONGEST, kernels).image);
  if (ink.xs.length < FEWEST_POINTS) return 0;
  const [asItLies = 0] = kernels.distinctness(ink, [0]);
  const coarse = best(ink, kernels, -MOST_DEGREES - 1, MOST_DEGREES + 1, COARSE_STEP);
  if (coarse.value < DISTINCT * asItLies) return 0;
  const around = [coarse.degrees - COARSE_STEP, coarse.degrees + COARSE_STEP] as const;
  const { degrees, value } = best(ink, kernels, ...around, FINE_STEP);
  const wrong = Math.max(...kernels.distinctness(ink, [degrees - 3, degrees + 3]));
  const size = Math.abs(degrees);
  return value >= CLEAR * wrong && size >= LEAST_DEGREES && size <= MOST_DEGREES ? degrees : 0;
}

/**
 * The corners, in a picture's pixels, of the upright page that holds the whole picture once its slope of `degrees` is taken out: a frame turned about the middle
 * and grown until all four corners of the picture are within, so that nothing is lost.
 */
export function levelFrame(width: number, height: number, degrees: number): Quad {
  const radians = (degrees * Math.PI) / 180;
  const [sine, cosine] = [Math.sin(radians), Math.cos(radians)];
  const wide = width * cosine + height * Math.abs(sine);
  const high = height * cosine + width * Math.abs(sine);
  return mapCorners(frameQuad(wide, high), ({ x, y }) => ({
    x: width / 2 + (x - wide / 2) * cosine - (y - high / 2) * sine,
    y: height / 2 + (x - wide / 2) * sine + (y - high / 2) * cosine,
  }));
}
