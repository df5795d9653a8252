import type { GreyImage } from '../grey';
import type { Kernels } from '../kernels/kernels';
import { plainKernels } from '../kernels/plain/plain-kernels';
import { frameQuad, mapCorners, type Quad } from './quad';
import { smallCopy } from './small-copy';

/** Skew beyond this is not mended: it is more likely meant. In degrees. */
const MOST_DEGREES = 5;
/** Skew below this is not worth resampling for. */
const LEAST_DEGREES = 0.25;
const LONGEST = 900;
const COARSE_STEP = 0.25;
const FINE_STEP = 0.05;

/** A pixel this much darker than the lightest near it (of 255) is ink. */
const INK_CONTRAST = 50;
const MOST_POINTS = 24_000;
const FEWEST_POINTS = 600;

/** Rows of print are this much more distinct at the page's skew than as it lies. Measured: text lines 2 … 30. */
const DISTINCT = 1.35;
/** … and than at a wholly wrong angle. */
const CLEAR = 2;

interface Ink {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly count: number;
  readonly reach: number;
}

/** Writes where the upper edges of dark things are into `list`, as far as there is room: one for each stroke, so that large black areas count little. @returns how many there are */
function edgesInto({ width, pixels }: GreyImage, list: Int32Array): number {
  let count = 0;
  for (let at = 2 * width, above = 0; at < pixels.length; at++, above++) {
    if ((pixels[above] ?? 0) - (pixels[at] ?? 0) < INK_CONTRAST) continue;
    if (count < list.length) list[count] = at;
    count++;
  }
  return count;
}

/** Edges as points around the middle, evenly thinned out to what is enough. */
function inkOf(image: GreyImage): Ink {
  const { width, height } = image;
  const edges = new Int32Array(edgesInto(image, new Int32Array()));
  edgesInto(image, edges);
  const every = Math.max(1, Math.ceil(edges.length / MOST_POINTS));
  const count = Math.ceil(edges.length / every);
  const xs = new Float64Array(count);
  const ys = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const at = edges[i * every] ?? 0;
    const y = Math.trunc(at / width);
    xs[i] = at - y * width - width / 2;
    ys[i] = y - height / 2;
  }
  return { xs, ys, count, reach: Math.ceil(Math.hypot(width, height) / 2) + 1 };
}

/** How distinct rows are when the picture is turned back by `degrees`: the sum of squares of ink a row. */
function distinctness({ xs, ys, count, reach }: Ink, degrees: number): number {
  const sine = Math.sin((degrees * Math.PI) / 180);
  const cosine = Math.cos((degrees * Math.PI) / 180);
  const rows = new Uint32Array(2 * reach);
  for (let i = 0; i < count; i++) {
    const row = ((ys[i] ?? 0) * cosine - (xs[i] ?? 0) * sine + reach) | 0;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 0; row < rows.length; row++) sum += (rows[row] ?? 0) ** 2;
  return sum;
}

function best(ink: Ink, from: number, to: number, step: number): { degrees: number; value: number } {
  let found = { degrees: 0, value: 0 };
  for (let degrees = from; degrees <= to + step / 2; degrees += step) {
    const value = distinctness(ink, degrees);
    if (value > found.value) found = { degrees, value };
  }
  return found;
}

/** How far the lines of print slope, in degrees clockwise: up to 5; 0 where it is not sure. */
export function findSkew(picture: GreyImage, kernels: Kernels = plainKernels): number {
  const ink = inkOf(smallCopy(picture, LONGEST, kernels).image);
  if (ink.count < FEWEST_POINTS) return 0;
  const asItLies = distinctness(ink, 0);
  const coarse = best(ink, -MOST_DEGREES - 1, MOST_DEGREES + 1, COARSE_STEP);
  if (coarse.value < DISTINCT * asItLies) return 0;
  const { degrees, value } = best(ink, coarse.degrees - COARSE_STEP, coarse.degrees + COARSE_STEP, FINE_STEP);
  const wrong = Math.max(distinctness(ink, degrees - 3), distinctness(ink, degrees + 3));
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
