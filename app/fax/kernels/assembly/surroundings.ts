import { levelOf } from './levels';

/** All as in `paper/surroundings.ts` and `paper/counts.ts`; differences are whole levels here. */
const DETAIL: i32 = 64;
const ROUGH: i32 = 10;
const NEAR: f64 = 2;
const SHADOW: f64 = 5;
const WITHIN: f64 = 8;
const BAND: i32 = 8;
const BLOCK: i32 = 8;
/** A block of print has so many thin dark pixels. */
const PRINTED: u8 = 26;
const FEW: i32 = 100;

/** Bytes of a side: how its distance grows with x and with y, and the distance of the origin. */
const SIDE: usize = 24;
const SIDES: i32 = 4;

let width: i32 = 0;
let height: i32 = 0;
let levels: usize = 0;
let sides: usize = 0;
let nearest: i32 = 0;

// @ts-ignore: decorator
@inline
function bumped(count: usize): void {
  store<i32>(count, load<i32>(count) + 1);
}

/** How far a point lies inside the side that it lies least inside of, which `nearest` becomes. */
function depthOf(x: f64, y: f64): f64 {
  let least = Infinity;
  for (let i = 0, side = sides; i < SIDES; i++, side += SIDE) {
    const deep = load<f64>(side) * x + load<f64>(side, 8) * y + load<f64>(side, 16);
    if (deep >= least) continue;
    least = deep;
    nearest = i;
  }
  return least;
}

/** Whether one of two pixels side by side lies far enough outside. */
function isOutside(x: i32, y: i32): bool {
  const column = f64x2.add(f64x2.splat(<f64>x), f64x2(0.5, 1.5));
  const row = <f64>y + 0.5;
  let outside = i64x2.splat(0);
  for (let i = 0, side = sides; i < SIDES; i++, side += SIDE) {
    const across = f64x2.add(f64x2.mul(v128.load64_splat(side), column), f64x2.splat(load<f64>(side, 8) * row));
    outside = v128.or(outside, f64x2.lt(f64x2.add(across, v128.load64_splat(side, 16)), f64x2.splat(-NEAR)));
  }
  return v128.any_true(outside);
}

/** The paper's level beside a point outside. */
function paperBeside(closed: usize, x: f64, y: f64): i32 {
  const before = nearest;
  for (let step = 0; step < 2; step++) {
    const by = WITHIN - depthOf(x, y);
    if (by <= 0) break;
    const side = sides + <usize>nearest * SIDE;
    x += load<f64>(side) * by;
    y += load<f64>(side, 8) * by;
  }
  nearest = before;
  const column = <i32>min(max(floor(x), 0), <f64>(width - 1));
  return levelOf(levels, closed + <i32>min(max(floor(y), 0), <f64>(height - 1)) * width + column);
}

/** Whether a pixel differs from the one after it or the one below, of `left` that are left from it on. */
function isRough(pixel: usize, level: i32, left: i32): bool {
  if (left > 1 && abs(levelOf(levels, pixel + 1) - level) > ROUGH) return true;
  return left > width && abs(levelOf(levels, pixel + width) - level) > ROUGH;
}

/** The difference that half of the counted ones are not above. */
function medianOf(differences: usize, most: i32, all: i32): i32 {
  let below = 0;
  for (let i = 0; i <= 2 * most; i++) {
    below += load<i32>(differences + (<usize>i << 2));
    if (below > all >> 1) return i - most;
  }
  return 0;
}

/** How many differences are less than halfway to `contrast`. */
function halfwayTo(contrast: i32, differences: usize, most: i32): i32 {
  const sign = contrast > 0 ? 1 : contrast < 0 ? -1 : 0;
  let sum = 0;
  for (let i = 0; i <= 2 * most; i++)
    if (2 * (i - most) * sign < abs(contrast)) sum += load<i32>(differences + (<usize>i << 2));
  return sum;
}

/** Of the counts by side, seen ones and then detailed ones, the least part. */
function leastPart(counts: usize): f64 {
  let least = Infinity;
  for (let i = 0; i < SIDES; i++, counts += 4) {
    const seen = load<i32>(counts);
    least = min(least, seen < FEW ? 1 : <f64>load<i32>(counts, 4 * SIDES) / <f64>seen);
  }
  return least;
}

/** Bytes of room: for counts by side, of differences, and of blocks. */
export function lookAroundRoom(columns: i32, rows: i32, mostLevel: i32): i32 {
  return 8 * SIDES + 4 * (2 * mostLevel + 1) + ((columns + BLOCK - 1) / BLOCK) * ((rows + BLOCK - 1) / BLOCK);
}

/**
 * See `PaperKernels.lookAround`. `quad`: its sides, each as three numbers; `table`: two bytes for each brightness. What is told of the surroundings is written in their order, as
 * numbers of eight bytes.
 */
export function lookAround(
  image: usize,
  closed: usize,
  opened: usize,
  columns: i32,
  rows: i32,
  quad: usize,
  table: usize,
  room: usize,
  target: usize,
): void {
  width = columns;
  height = rows;
  sides = quad;
  levels = table;
  const most = <i32>load<i16>(table, 2 * 255);
  const differences = room + 8 * SIDES;
  const blocks = differences + 4 * (2 * most + 1);
  const blocksEnd = room + lookAroundRoom(columns, rows, most);
  memory.fill(room, 0, blocksEnd - room);
  const blocksAcross = (columns + BLOCK - 1) / BLOCK;
  let all = 0;
  let detailed = 0;
  let far = 0;
  let rough = 0;
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      if ((x & 1) === 0 && !isOutside(x, y)) {
        x++;
        continue;
      }
      const at = y * columns + x;
      const deep = depthOf(<f64>x + 0.5, <f64>y + 0.5);
      if (deep >= -NEAR) continue;
      const level = levelOf(levels, closed + at);
      const value = levelOf(levels, image + at);
      const difference = paperBeside(closed, <f64>x + 0.5, <f64>y + 0.5) - level;
      bumped(differences + (<usize>(difference + most) << 2));
      all++;
      const isDark = level - value > DETAIL;
      const isDetail = isDark || value - levelOf(levels, opened + at) > DETAIL;
      if (isDetail) detailed++;
      if (x < BAND || y < BAND || x >= columns - BAND || y >= rows - BAND) {
        const side = room + (<usize>nearest << 2);
        bumped(side);
        if (isDetail) bumped(side + 4 * SIDES);
      }
      if (deep >= -SHADOW) continue;
      far++;
      if (isDark) {
        const block = blocks + (y / BLOCK) * blocksAcross + x / BLOCK;
        store<u8>(block, load<u8>(block) + 1);
      }
      if (isRough(closed + at, level, columns * rows - at)) rough++;
    }
  }
  const contrast = medianOf(differences, most, all);
  const outside = <f64>max(far, 1);
  let printed = 0;
  for (let block = blocks; block < blocksEnd; block++) if (load<u8>(block) >= PRINTED) printed += BLOCK * BLOCK;
  store<f64>(target, <f64>contrast);
  store<f64>(target, <f64>halfwayTo(contrast, differences, most) / <f64>max(all, 1), 8);
  store<f64>(target, <f64>detailed / <f64>max(all, 1), 16);
  store<f64>(target, leastPart(room), 24);
  store<f64>(target, <f64>printed / outside, 32);
  store<f64>(target, <f64>rough / outside, 40);
}
