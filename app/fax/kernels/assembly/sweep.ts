import { STRIP, transposeStrip } from './transpose';

/** Columns between two knots of a table. */
export const KNOT: i32 = 32;
/** Rows of the source are told in this many parts. */
const PARTS_BITS: i32 = 12;
export const PARTS: i32 = 1 << PARTS_BITS;
/** More rows than this under one block are looked at column by column. */
const MOST_ROWS: i32 = 1000;
/** Pixels up to this tall, in parts of a row, are reckoned in 16 bits, taller ones in 32. */
const NEAR: i32 = 4 * PARTS;
/** More rows than this under one block don't go into 16 bits. */
const MOST_NEAR_ROWS: i32 = 60;
/** Where a target pixel's edges lie is told in this many parts of it, twice as many as its sums are of. */
const FINE: i32 = 512;

/** Rows that are swept down before they are swept across, a multiple of `KNOT`. */
const BAND: i32 = 128;

/** Rows of the target between the one that is made and the one whose source is read ahead. */
const AHEAD: i32 = 2;

const LANES: v128 = i32x4(0, 1, 2, 3);

/** Eight offsets, 8 bits finer than they are told: `first` and four columns on. */
// @ts-ignore: decorator
@inline
function narrowed(first: v128, fourSteps: v128): v128 {
  return i16x8.narrow_i32x4_s(i32x4.shr_s(first, 8), i32x4.shr_s(i32x4.add(first, fourSteps), 8));
}

/** The part of a target pixel that lies above an edge, of 256. */
// @ts-ignore: decorator
@inline
function above(edge: v128, offsets: v128): v128 {
  return i16x8.avgr_u(i16x8.min_u(i16x8.sub_sat_u(edge, offsets), i16x8.splat(<i16>FINE)), i16x8.splat(0));
}

/**
 * Sixteen columns whose rows all lie in the source; `low` and `high` are where their pixels begin. The sum of each row × its part is reckoned as the last row's whole pixel, and for each row
 * above it what it is more × all that lies above its lower edge: sixteen bits may overflow on the way, and hold the sum again in the end.
 */
// @ts-ignore: decorator
@inline
function sixteen(source: usize, stride: i32, rows: i32, factor: i32, low: v128, high: v128, target: usize): void {
  let pixels = v128.load(source);
  let lowBefore = i16x8.extend_low_i8x16_u(pixels);
  let highBefore = i16x8.extend_high_i8x16_u(pixels);
  let lowSum = i16x8.splat(128);
  let highSum = i16x8.splat(128);
  let edge = factor + 16;
  const last = source + <usize>((rows - 1) * stride);
  for (let at = source + stride; at <= last; at += stride) {
    const end = i16x8.splat(<i16>(edge >> 5));
    pixels = v128.load(at);
    const lowPixels = i16x8.extend_low_i8x16_u(pixels);
    const highPixels = i16x8.extend_high_i8x16_u(pixels);
    lowSum = i16x8.add(lowSum, i16x8.mul(above(end, low), i16x8.sub(lowBefore, lowPixels)));
    highSum = i16x8.add(highSum, i16x8.mul(above(end, high), i16x8.sub(highBefore, highPixels)));
    lowBefore = lowPixels;
    highBefore = highPixels;
    edge += factor;
  }
  lowSum = i16x8.add(lowSum, i16x8.shl(lowBefore, 8));
  highSum = i16x8.add(highSum, i16x8.shl(highBefore, 8));
  v128.store(target, i8x16.narrow_i16x8_u(i16x8.shr_u(lowSum, 8), i16x8.shr_u(highSum, 8)));
}

/** Four columns of pixels that are taller than `NEAR`, in 65536ths. */
// @ts-ignore: decorator
@inline
function four(source: usize, stride: i32, rows: i32, factor: i32, offsets: v128): v128 {
  const none = i32x4.splat(0);
  const all = i32x4.splat(65536);
  let before = none;
  let sum = i32x4.splat(32768);
  let edge = factor;
  const last = source + <usize>((rows - 1) * stride);
  for (let at = source; at < last; at += stride) {
    const part = i32x4.min_s(i32x4.max_s(i32x4.sub(i32x4.splat(edge), offsets), none), all);
    const pixels = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(at)));
    sum = i32x4.add(sum, i32x4.mul(pixels, i32x4.sub(part, before)));
    before = part;
    edge += factor;
  }
  const pixels = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(last)));
  return i32x4.shr_u(i32x4.add(sum, i32x4.mul(pixels, i32x4.sub(all, before))), 16);
}

/** One column, wherever it lies: rows beyond the source are like its first and last, wholly beyond is white. */
function one(source: usize, stride: i32, height: i32, from: i32, size: i32): u8 {
  if (from + size <= 0 || from >= height << PARTS_BITS) return 255;
  const first = from >> PARTS_BITS;
  const rows = ((from + size + PARTS - 1) >> PARTS_BITS) - first;
  const factor = (1 << 28) / size;
  const offset = <i32>((<i64>(from - (first << PARTS_BITS)) * <i64>factor) >> PARTS_BITS);
  let sum: i32 = 32768;
  let before: i32 = 0;
  let edge = factor;
  for (let row = 0; row < rows; row++) {
    const part = row === rows - 1 ? 65536 : min(max(edge - offset, 0), 65536);
    const place = min(max(first + row, 0), height - 1);
    sum += <i32>load<u8>(source + place * stride) * (part - before);
    before = part;
    edge += factor;
  }
  return <u8>(sum >> 16);
}

/** One row of the target, as the two rows of the table say. Writes up to fifteen bytes too many, and reads as many. */
function sweepRow(
  source: usize,
  stride: i32,
  height: i32,
  columns: i32,
  upper: usize,
  lower: usize,
  target: usize,
): void {
  for (let x = 0; x < columns; x += KNOT, upper += 4, lower += 4) {
    const upper0 = load<i32>(upper);
    const lower0 = load<i32>(lower);
    const upper1 = load<i32>(upper, 4);
    const lower1 = load<i32>(lower, 4);
    const size = max(abs((lower0 - upper0 + lower1 - upper1) >> 1), PARTS);
    const from0 = ((upper0 + lower0) >> 1) - (size >> 1);
    const from1 = ((upper1 + lower1) >> 1) - (size >> 1);
    const first = min(from0, from1) >> PARTS_BITS;
    const count = ((max(from0, from1) + size + PARTS - 1) >> PARTS_BITS) - first;
    const lanes = min(KNOT, columns - x);
    const isInside = first >= 0 && first + count <= height && count <= MOST_ROWS;
    const from = source + first * stride + x;
    const place0 = <i64>(from0 - (first << PARTS_BITS));
    const place1 = <i64>(from1 - (first << PARTS_BITS));
    if (isInside && size <= NEAR && count <= MOST_NEAR_ROWS) {
      const factor = (1 << 26) / size;
      const t0 = <i32>((place0 * <i64>factor) >> 9) + 128;
      const t1 = <i32>((place1 * <i64>factor) >> 9) + 128;
      const step = i32x4.splat((t1 - t0) >> 5);
      const four = i32x4.shl(step, 2);
      const eight = i32x4.shl(step, 3);
      const t = i32x4.add(i32x4.splat(t0), i32x4.mul(step, LANES));
      const t8 = i32x4.add(t, eight);
      sixteen(from, stride, count, factor, narrowed(t, four), narrowed(t8, four), target + x);
      if (lanes > 16) {
        const t16 = i32x4.add(t8, eight);
        const t24 = i32x4.add(t16, eight);
        sixteen(from + 16, stride, count, factor, narrowed(t16, four), narrowed(t24, four), target + x + 16);
      }
    } else if (isInside && size > NEAR) {
      const factor = (1 << 28) / size;
      const t0 = <i32>((place0 * <i64>factor) >> PARTS_BITS);
      const t1 = <i32>((place1 * <i64>factor) >> PARTS_BITS);
      const step = i32x4.splat((t1 - t0) >> 5);
      let t = i32x4.add(i32x4.splat(t0), i32x4.mul(step, LANES));
      for (let lane = 0; lane < lanes; lane += 4) {
        const values = four(from + lane, stride, count, factor, t);
        const halves = i16x8.narrow_i32x4_u(values, values);
        v128.store32_lane(target + x + lane, i8x16.narrow_i16x8_u(halves, halves), 0);
        t = i32x4.add(t, i32x4.shl(step, 2));
      }
    } else {
      for (let lane = 0; lane < lanes; lane++) {
        const from = from0 + <i32>((<i64>(from1 - from0) * <i64>lane) >> 5);
        store<u8>(target + x + lane, one(source + x + lane, stride, height, from, size));
      }
    }
  }
}

/**
 * Reads a byte of every line of the cache that two rows of the source take from a boundary on: memory is waited for once for many of them, and not for each among the reckoning.
 * The answer only keeps the compiler from leaving the reading out.
 */
function readAhead(source: usize, stride: i32, height: i32, columns: i32, boundary: usize): u8 {
  let read: u8 = 0;
  for (let x = 0; x < columns; x += 2 * KNOT, boundary += 8) {
    const row = min(max(load<i32>(boundary) >> PARTS_BITS, 0), height - 1);
    const at = source + row * stride + x;
    read |= load<u8>(at) | load<u8>(at + (row + 1 < height ? stride : 0));
  }
  return read;
}

/** Sweeps rows `from` to `to` down, a few at a time, and makes them columns of `turned`, whose own rows are `BAND` bytes apart. */
function sweepDown(
  source: usize,
  stride: i32,
  height: i32,
  columns: i32,
  table: usize,
  rows: i32,
  from: i32,
  to: i32,
  strip: usize,
  turned: usize,
): void {
  const tableStride = <usize>((columns + KNOT - 1) / KNOT + 1) << 2;
  const rowOf = (columns + KNOT - 1) & -KNOT;
  for (let y = from; y < to; y++) {
    const upper = table + <usize>y * tableStride;
    const row = (y - from) & (STRIP - 1);
    const into = strip + row * rowOf;
    store<u8>(into, readAhead(source, stride, height, columns, table + <usize>min(y + AHEAD, rows) * tableStride));
    sweepRow(source, stride, height, columns, upper, upper + tableStride, into);
    if (row === STRIP - 1 || y === to - 1)
      transposeStrip(strip, rowOf, columns, row + 1, turned + y - row - from, BAND);
  }
}

/**
 * See `Kernels.sweep`. A band of rows is swept down and across before the next one: what lies between stays in the processor's cache. `strip` is room for `STRIP` rows of a multiple of `KNOT`
 * columns, and of a band; `turned` for `columns` rows of a band.
 */
export function sweep(
  source: usize,
  stride: i32,
  height: i32,
  columns: i32,
  down: usize,
  rows: i32,
  across: usize,
  acrossRows: i32,
  isTransposed: bool,
  strip: usize,
  turned: usize,
  target: usize,
): void {
  const acrossStride = <usize>((rows + KNOT - 1) / KNOT + 1) << 2;
  for (let y = 0; y < rows; y += BAND, across += (BAND / KNOT) << 2) {
    const lanes = min(BAND, rows - y);
    sweepDown(source, stride, height, columns, down, rows, y, y + lanes, strip, turned);
    for (let x = 0, upper = across; x < acrossRows; x++, upper += acrossStride) {
      const row = x & (STRIP - 1);
      const into = strip + row * BAND;
      sweepRow(turned, BAND, columns, lanes, upper, upper + acrossStride, into);
      if (!isTransposed) memory.copy(target + x * rows + y, into, lanes);
      else if (row === STRIP - 1 || x === acrossRows - 1)
        transposeStrip(strip, BAND, lanes, row + 1, target + y * acrossRows + x - row, acrossRows);
    }
  }
}
