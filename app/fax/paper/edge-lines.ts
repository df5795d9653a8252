import type { GreyImage } from '../grey';
import { levels, levelsOf } from './levels';

/** A line that runs downward: x = `at` + `slope` × y. */
export interface Line {
  readonly at: number;
  readonly slope: number;
}

/**
 * A line along which brightness steps, and how much of it really does: `seen[y]` counts the rows above y where it does, less those where it steps the other way,
 * as the lines of a pattern do.
 */
export interface EdgeLine extends Line {
  readonly seen: Int16Array;
}

/** `rising`: brighter to the right of the line. */
export interface EdgeLines {
  readonly rising: readonly EdgeLine[];
  readonly falling: readonly EdgeLine[];
}

/** How lines run: x(y), or y(x), which is x(y) in the picture with rows and columns exchanged. */
type Direction = 'down' | 'across';

/** Pixels compared on either side of an edge. */
const REACH = 4;
/** The smallest step that is an edge: white paper on a white desk is hardly lighter. */
const LEAST_STEP = levelsOf(1.016);
/** Steps beyond this count no more, so that a hard edge does not outshine a long one. */
const MOST_STEP = levelsOf(1.115);
const STEEPEST = 0.45;
const SLOPE_STEP = 0.015;
const SLOPES = 2 * Math.round(STEEPEST / SLOPE_STEP) + 1;
const MOST_LINES = 8;
/** … of so many that are looked at more closely. */
const MOST_PEAKS = 40;
/** Lines nearer than this at both ends are the same. */
const APART = 6;
/** A line shorter than this part of the picture's height is none. */
const LEAST_LENGTH = 0.25;
/** Edges this near to a line, across it, lie on it. */
const ON_LINE = 2;

const slopeOf = (index: number): number => (index - (SLOPES - 1) / 2) * SLOPE_STEP;

/** A picture, or its mirror image across the diagonal: pixels are `step` apart along a row, and rows `stride`. */
interface Seen {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly step: number;
  readonly stride: number;
}

/** A picture as lines run downward in it that run so in a direction. */
const seenFor = ({ width, height, pixels }: GreyImage, direction: Direction): Seen =>
  direction === 'down'
    ? { pixels, width, height, step: 1, stride: width }
    : { pixels, width: height, height: width, step: width, stride: 1 };

/** For each pixel of a row, how much brighter its right side is than its left. */
function stepsOfRow({ pixels, width, step, stride }: Seen, y: number, sums: Int32Array, steps: Int16Array): void {
  for (let x = 0, at = y * stride; x < width; x++, at += step)
    sums[x + 1] = (sums[x] ?? 0) + (levels[pixels[at] ?? 0] ?? 0);
  for (let x = 1; x < width; x++) {
    const from = Math.max(x - REACH, 0);
    const to = Math.min(x + REACH, width);
    const middle = sums[x] ?? 0;
    steps[x] = ((sums[to] ?? 0) - middle) / (to - x) - (middle - (sums[from] ?? 0)) / (x - from);
  }
}

/** Signed edges, one where a row's step is locally largest: between pixel x − 1 and x. */
function edgesOf(picture: Seen): Int8Array {
  const { width, height } = picture;
  const edges = new Int8Array(width * height);
  const sums = new Int32Array(width + 1);
  const steps = new Int16Array(width + 1);
  for (let y = 0; y < height; y++) {
    stepsOfRow(picture, y, sums, steps);
    for (let x = 1; x < width; x++) {
      const step = steps[x] ?? 0;
      const size = Math.abs(step);
      if (size < LEAST_STEP) continue;
      const sign = Math.sign(step);
      if (sign * (steps[x - 1] ?? 0) > size || sign * (steps[x + 1] ?? 0) >= size) continue;
      edges[y * width + x] = sign * Math.min(size, MOST_STEP);
    }
  }
  return edges;
}

/**
 * Each edge votes for all lines through it (P. Hough, 1962), rising ones for, falling ones against; lines are told by slope and where they cross the
 * middle row.
 */
function vote(edges: Int8Array, width: number, height: number): Int32Array {
  const votes = new Int32Array(SLOPES * width);
  const shifts = new Int32Array(SLOPES);
  for (let y = 0; y < height; y++) {
    for (let s = 0; s < SLOPES; s++) shifts[s] = Math.round(-slopeOf(s) * (y - height / 2));
    for (let x = 0; x < width; x++) {
      const weight = edges[y * width + x] ?? 0;
      if (weight === 0) continue;
      for (let s = 0; s < SLOPES; s++) {
        const at = x + (shifts[s] ?? 0);
        if (at >= 0 && at < width) votes[s * width + at] = (votes[s * width + at] ?? 0) + weight;
      }
    }
  }
  return votes;
}

/** Least squares of x over y through the edges within `reach` pixels of a line, as votes weigh them. */
function fitted(edges: Int8Array, width: number, height: number, sign: number, line: Line, reach: number): Line {
  let n = 0;
  let sy = 0;
  let sx = 0;
  let syy = 0;
  let sxy = 0;
  for (let y = 0; y < height; y++) {
    const middle = line.at + line.slope * y;
    for (let x = Math.max(Math.ceil(middle - reach), 0); x <= Math.min(middle + reach, width - 1); x++) {
      if (sign * (edges[y * width + x] ?? 0) <= 0) continue;
      n++;
      sy += y;
      sx += x;
      syy += y * y;
      sxy += x * y;
    }
  }
  const spread = n * syy - sy * sy;
  if (n < 8 || spread === 0) return line;
  const slope = (n * sxy - sy * sx) / spread;
  return { slope, at: (sx - slope * sy) / n };
}

function seenAlong(edges: Int8Array, width: number, height: number, sign: number, { at, slope }: Line): Int16Array {
  const seen = new Int16Array(height + 1);
  for (let y = 0; y < height; y++) {
    const middle = Math.round(at + slope * y);
    let [here, against] = [0, 0];
    for (let x = Math.max(middle - ON_LINE, 0); x <= Math.min(middle + ON_LINE, width - 1); x++) {
      const edge = sign * (edges[y * width + x] ?? 0);
      if (edge > 0) here = 1;
      if (edge < 0) against = 1;
    }
    seen[y + 1] = (seen[y] ?? 0) + here - against;
  }
  return seen;
}

const nearEachOther = (a: Line, b: Line, height: number): boolean =>
  Math.abs(a.at - b.at) < APART && Math.abs(a.at - b.at + (a.slope - b.slope) * height) < APART;

/** Votes that a line needs in a picture so high. */
export const leastVotes = (height: number): number => LEAST_LENGTH * LEAST_STEP * height;

/** The strongest lines of one sign. */
function strongest(edges: Int8Array, votes: Int32Array, width: number, height: number, sign: 1 | -1): EdgeLine[] {
  const lines: EdgeLine[] = [];
  for (const index of peaksOf(votes, width, sign, leastVotes(height))) {
    if (lines.length >= MOST_LINES) break;
    const slope = slopeOf(Math.floor(index / width));
    const rough = { slope, at: (index % width) - slope * (height / 2) };
    const line = fitted(edges, width, height, sign, fitted(edges, width, height, sign, rough, 3), 1.6);
    if (lines.some((other) => nearEachOther(other, line, height))) continue;
    const seen = seenAlong(edges, width, height, sign, line);
    if ((seen[height] ?? 0) >= LEAST_LENGTH * height) lines.push({ ...line, seen });
  }
  return lines;
}

/** The most voted-for lines first, each larger than its neighbours across. */
function peaksOf(votes: Int32Array, width: number, sign: 1 | -1, least: number): number[] {
  const peaks: number[] = [];
  const at = (index: number): number => sign * (votes[index] ?? 0);
  for (let index = 0; index < votes.length; index++) {
    const count = at(index);
    if (count < least || at(index - 1) > count || at(index + 1) > count) continue;
    if (at(index - width) <= count && at(index + width) <= count) peaks.push(index);
  }
  return peaks.sort((a, b) => at(b) - at(a)).slice(0, MOST_PEAKS);
}

/** The lines that run so in a picture and along which its brightness steps, the strongest of either sign. */
export function edgeLines(picture: GreyImage, direction: Direction): EdgeLines {
  const seen = seenFor(picture, direction);
  const { width, height } = seen;
  const edges = edgesOf(seen);
  const votes = vote(edges, width, height);
  return {
    rising: strongest(edges, votes, width, height, 1),
    falling: strongest(edges, votes, width, height, -1),
  };
}
