import type { GreyImage } from '../grey';

/** A line that runs downward: x = `at` + `slope` × y. */
export interface Line {
  readonly at: number;
  readonly slope: number;
}

/** A line along which brightness steps, and how much of it really does: `seen[y]` counts the rows above y where it does. */
export interface EdgeLine extends Line {
  readonly seen: Uint16Array;
}

/** `rising`: brighter to the right of the line. */
export interface EdgeLines {
  readonly rising: readonly EdgeLine[];
  readonly falling: readonly EdgeLine[];
}

/** Pixels compared on either side of an edge. */
const REACH = 4;
/** The smallest step that is an edge, on the logarithmic scale: 11 % of brightness. */
const LEAST_STEP = 5;
/** Steps beyond this count no more, so that a hard edge does not outshine a long one. */
const MOST_STEP = 20;
const STEEPEST = 0.45;
const SLOPE_STEP = 0.015;
const SLOPES = 2 * Math.round(STEEPEST / SLOPE_STEP) + 1;
const MOST_LINES = 8;
/** Lines nearer than this at both ends are the same. */
const APART = 6;
/** A line shorter than this part of the picture's height is none. */
const LEAST_LENGTH = 0.3;

const slopeOf = (index: number): number => (index - (SLOPES - 1) / 2) * SLOPE_STEP;

/** For each pixel of a row, how much brighter its right side is than its left. */
function stepsOfRow({ width, pixels }: GreyImage, y: number, sums: Int32Array, steps: Int16Array): void {
  const row = y * width;
  for (let x = 0; x < width; x++) sums[x + 1] = (sums[x] ?? 0) + (pixels[row + x] ?? 0);
  for (let x = 1; x < width; x++) {
    const from = Math.max(x - REACH, 0);
    const to = Math.min(x + REACH, width);
    const middle = sums[x] ?? 0;
    steps[x] = ((sums[to] ?? 0) - middle) / (to - x) - (middle - (sums[from] ?? 0)) / (x - from);
  }
}

/** Signed edges, one where a row's step is locally largest: between pixel x − 1 and x. */
export function edgesOf(image: GreyImage): Int8Array {
  const { width, height } = image;
  const edges = new Int8Array(width * height);
  const sums = new Int32Array(width + 1);
  const steps = new Int16Array(width + 1);
  for (let y = 0; y < height; y++) {
    stepsOfRow(image, y, sums, steps);
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

/** Each edge votes for all lines through it (P. Hough, 1962); lines are told by slope and where they cross the middle row. */
function vote(edges: Int8Array, width: number, height: number, sign: number): Uint32Array {
  const votes = new Uint32Array(SLOPES * width);
  const shifts = new Int32Array(SLOPES);
  for (let y = 0; y < height; y++) {
    for (let s = 0; s < SLOPES; s++) shifts[s] = Math.round(-slopeOf(s) * (y - height / 2));
    for (let x = 0; x < width; x++) {
      const weight = sign * (edges[y * width + x] ?? 0);
      if (weight <= 0) continue;
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

function seenAlong(edges: Int8Array, width: number, height: number, sign: number, { at, slope }: Line): Uint16Array {
  const seen = new Uint16Array(height + 1);
  for (let y = 0; y < height; y++) {
    const x = Math.round(at + slope * y);
    const here = [x - 1, x, x + 1].some(
      (near) => near >= 0 && near < width && sign * (edges[y * width + near] ?? 0) > 0,
    );
    seen[y + 1] = (seen[y] ?? 0) + (here ? 1 : 0);
  }
  return seen;
}

const nearEachOther = (a: Line, b: Line, height: number): boolean =>
  Math.abs(a.at - b.at) < APART && Math.abs(a.at - b.at + (a.slope - b.slope) * height) < APART;

/** The strongest lines of one sign. */
function strongest(edges: Int8Array, width: number, height: number, sign: 1 | -1): EdgeLine[] {
  const votes = vote(edges, width, height, sign);
  const order = peaksOf(votes, width);
  const lines: EdgeLine[] = [];
  for (const index of order) {
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
function peaksOf(votes: Uint32Array, width: number): number[] {
  const peaks: number[] = [];
  votes.forEach((count, index) => {
    if (count === 0 || (votes[index - 1] ?? 0) > count || (votes[index + 1] ?? 0) > count) return;
    if ((votes[index - width] ?? 0) > count || (votes[index + width] ?? 0) > count) return;
    peaks.push(index);
  });
  return peaks.sort((a, b) => (votes[b] ?? 0) - (votes[a] ?? 0)).slice(0, 10 * MOST_LINES);
}

/** The downward lines along which a logarithmic picture steps, the strongest of either sign. */
export function edgeLines(image: GreyImage): EdgeLines {
  const edges = edgesOf(image);
  return {
    rising: strongest(edges, image.width, image.height, 1),
    falling: strongest(edges, image.width, image.height, -1),
  };
}
