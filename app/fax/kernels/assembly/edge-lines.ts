import { align, castVotes, gatherVotes, peakAt, peaksOf, placeVotes, rounded, slopeOf, votesRoom } from './votes';

/** All as in `paper/edge-lines.ts`; steps are whole levels here. */
const REACH: i32 = 4;
const LEAST_STEP: i16 = 6;
const MOST_STEP: i16 = 40;
const MOST_LINES: i32 = 8;
const APART: f64 = 6;
const LEAST_LENGTH: f64 = 0.25;
const ON_LINE: i32 = 2;

/** Bytes of a line before its rows: where it is, and its slope. */
export const LINE: i32 = 16;
/** Bytes before the lines of each sign: how many they are. */
export const COUNT: i32 = 16;

let width: i32 = 0;
let height: i32 = 0;
/** Signed edges, a byte for each pixel. */
let edges: usize = 0;
/** The line that was last fitted. */
let at: f64 = 0;
let slope: f64 = 0;

/** Bytes of room to work in. */
export function edgeLinesRoom(columns: i32, rows: i32): i32 {
  return align(columns * rows) + 2 * align(2 * columns + 4 * REACH) + votesRoom(columns, rows);
}

/** Bytes of the lines of each sign, and of one more that others may add. */
export function edgeLinesBytes(rows: i32): i32 {
  return COUNT + (MOST_LINES + 1) * lineBytes(rows);
}

/** A line's bytes: where it is, its slope, and two for each row and one more. */
export function lineBytes(rows: i32): i32 {
  return LINE + ((2 * (rows + 1) + 7) & -8);
}

// @ts-ignore: decorator
@inline
function levelAt(levels: usize, x: i32): i32 {
  return load<i16>(levels + (<usize>x << 1));
}

/** The step between pixel x − 1 and x where there are less than `REACH` pixels on a side. */
function stepNearEnd(levels: usize, x: i32): i16 {
  const from = max(x - REACH, 0);
  const to = min(x + REACH, width);
  let left = 0;
  let right = 0;
  for (let i = from; i < x; i++) left += levelAt(levels, i);
  for (let i = x; i < to; i++) right += levelAt(levels, i);
  return <i16>(<f64>right / <f64>(to - x) - <f64>left / <f64>(x - from));
}

/** The steps of a row of levels: 0 at both ends. */
function stepsOfRow(levels: usize, steps: usize): void {
  for (let x = REACH; x <= width - REACH; x += 8) {
    const here = levels + (<usize>x << 1);
    const left = i16x8.add(
      i16x8.add(v128.load(here - 2), v128.load(here - 4)),
      i16x8.add(v128.load(here - 6), v128.load(here - 8)),
    );
    const right = i16x8.add(
      i16x8.add(v128.load(here), v128.load(here, 2)),
      i16x8.add(v128.load(here, 4), v128.load(here, 6)),
    );
    const step = i16x8.sub(right, left);
    const towardsZero = v128.and(i16x8.shr_s(step, 15), i16x8.splat(<i16>(REACH - 1)));
    v128.store(steps + (<usize>x << 1), i16x8.shr_s(i16x8.add(step, towardsZero), 2));
  }
  for (let x = 1; x < width; x++) {
    if (x === REACH && width - REACH >= x) x = width - REACH + 1;
    store<i16>(steps + (<usize>x << 1), stepNearEnd(levels, x));
  }
  store<i16>(steps, 0);
  store<i16>(steps + (<usize>width << 1), 0);
}

/** Writes a row's edges, and up to seven bytes more. */
function edgesOfRow(steps: usize, target: usize): void {
  const least = i16x8.splat(LEAST_STEP - 1);
  const most = i16x8.splat(MOST_STEP);
  for (let x = 1; x < width; x += 8) {
    const at = steps + (<usize>x << 1);
    const step = v128.load(at);
    const left = v128.load(at - 2);
    const right = v128.load(at, 2);
    const rising = v128.and(i16x8.gt_s(step, least), v128.andnot(i16x8.gt_s(step, right), i16x8.gt_s(left, step)));
    const falling = v128.and(
      i16x8.lt_s(step, i16x8.neg(least)),
      v128.andnot(i16x8.lt_s(step, right), i16x8.lt_s(left, step)),
    );
    const value = i16x8.max_s(i16x8.min_s(step, most), i16x8.neg(most));
    const edge = v128.and(value, v128.or(rising, falling));
    v128.store64_lane(target + x, i8x16.narrow_i16x8_s(edge, edge), 0);
  }
  store<u8>(target, 0);
}

/** Fits the line to the edges within `reach` pixels of it, where there are enough. */
function fit(sign: i32, reach: f64): void {
  let n: f64 = 0;
  let sy: f64 = 0;
  let sx: f64 = 0;
  let syy: f64 = 0;
  let sxy: f64 = 0;
  for (let row = 0; row < height; row++) {
    const y = <f64>row;
    const middle = at + slope * y;
    const last = <i32>floor(min(middle + reach, <f64>(width - 1)));
    for (let x = <i32>max(ceil(middle - reach), 0); x <= last; x++) {
      if (sign * <i32>load<i8>(edges + row * width + x) <= 0) continue;
      n++;
      sy += y;
      sx += <f64>x;
      syy += y * y;
      sxy += <f64>x * y;
    }
  }
  const spread = n * syy - sy * sy;
  if (n < 8 || spread === 0) return;
  slope = (n * sxy - sy * sx) / spread;
  at = (sx - slope * sy) / n;
}

/** Counts the rows along the line where there is an edge of this sign, less those with one of the other, above each row. @returns of all of them */
function seeAlong(sign: i32, seen: usize): i32 {
  let count = 0;
  store<i16>(seen, 0);
  for (let y = 0; y < height; y++) {
    const middle = rounded(at + slope * <f64>y);
    let here = 0;
    let against = 0;
    const last = <i32>min(middle + <f64>ON_LINE, <f64>(width - 1));
    for (let x = <i32>max(middle - <f64>ON_LINE, 0); x <= last; x++) {
      const edge = sign * <i32>load<i8>(edges + y * width + x);
      if (edge > 0) here = 1;
      if (edge < 0) against = 1;
    }
    count += here - against;
    seen += 2;
    store<i16>(seen, <i16>count);
  }
  return <i32>load<i16>(seen);
}

/** Whether the line is one of those found before. */
function isKnown(lines: usize, count: i32): bool {
  for (let i = 0; i < count; i++, lines += lineBytes(height)) {
    const apart = load<f64>(lines) - at;
    const turned = load<f64>(lines, 8) - slope;
    if (abs(apart) < APART && abs(apart + turned * <f64>height) < APART) return true;
  }
  return false;
}

function strongest(sign: i32, least: f64, target: usize): void {
  const found = peaksOf(sign, <i32>ceil(least));
  const lines = target + COUNT;
  let count = 0;
  for (let i = 0; i < found && count < MOST_LINES; i++) {
    const index = peakAt(i);
    slope = slopeOf(index / width);
    at = <f64>(index % width) - slope * (<f64>height / 2);
    fit(sign, 3);
    fit(sign, 1.6);
    if (isKnown(lines, count)) continue;
    const line = lines + count * lineBytes(height);
    if (<f64>seeAlong(sign, line + LINE) < LEAST_LENGTH * <f64>height) continue;
    store<f64>(line, at);
    store<f64>(line, slope, 8);
    count++;
  }
  store<i32>(target, count);
}

/**
 * The lines that run downward and along which brightness steps, the strongest of either sign. A pixel is `step` bytes from the one before and `stride` from the one above. `least`: the votes
 * that a line needs. `levels`: two bytes for each brightness. Of each sign are written, first of rising ones, how many lines there are and the lines: where it is, its slope, and for each row
 * how much was seen of it above.
 */
export function edgeLines(
  source: usize,
  columns: i32,
  rows: i32,
  step: i32,
  stride: i32,
  levels: usize,
  least: f64,
  room: usize,
  target: usize,
): void {
  width = columns;
  height = rows;
  edges = room;
  const row = edges + align(columns * rows);
  const steps = row + align(2 * columns + 4 * REACH);
  placeVotes(steps + align(2 * columns + 4 * REACH), columns, rows);
  for (let y = 0; y < rows; y++) {
    let from = source + y * stride;
    for (let to = row, end = row + (<usize>columns << 1); to < end; to += 2, from += step)
      store<i16>(to, load<i16>(levels + (<usize>load<u8>(from) << 1)));
    stepsOfRow(row, steps);
    edgesOfRow(steps, edges + y * columns);
    castVotes(edges + y * columns, y);
  }
  gatherVotes();
  strongest(1, least, target);
  strongest(-1, least, target + edgeLinesBytes(rows));
}
