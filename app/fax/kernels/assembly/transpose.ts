/** Rows that are transposed at once, in registers. */
export const STRIP: i32 = 16;

// prettier-ignore
// @ts-ignore: decorator
@inline
function low8(a: v128, b: v128): v128 {
  return i8x16.shuffle(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}
// prettier-ignore
// @ts-ignore: decorator
@inline
function high8(a: v128, b: v128): v128 {
  return i8x16.shuffle(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
}

/** A square's rows become its columns, by four rounds of interleaving. */
function tile(source: usize, stride: i32, target: usize, targetStride: i32): void {
  const s = <usize>stride;
  const a0 = v128.load(source);
  const a1 = v128.load(source + s);
  const a2 = v128.load(source + 2 * s);
  const a3 = v128.load(source + 3 * s);
  const a4 = v128.load(source + 4 * s);
  const a5 = v128.load(source + 5 * s);
  const a6 = v128.load(source + 6 * s);
  const a7 = v128.load(source + 7 * s);
  const a8 = v128.load(source + 8 * s);
  const a9 = v128.load(source + 9 * s);
  const a10 = v128.load(source + 10 * s);
  const a11 = v128.load(source + 11 * s);
  const a12 = v128.load(source + 12 * s);
  const a13 = v128.load(source + 13 * s);
  const a14 = v128.load(source + 14 * s);
  const a15 = v128.load(source + 15 * s);
  const b0 = low8(a0, a8);
  const b1 = high8(a0, a8);
  const b2 = low8(a1, a9);
  const b3 = high8(a1, a9);
  const b4 = low8(a2, a10);
  const b5 = high8(a2, a10);
  const b6 = low8(a3, a11);
  const b7 = high8(a3, a11);
  const b8 = low8(a4, a12);
  const b9 = high8(a4, a12);
  const b10 = low8(a5, a13);
  const b11 = high8(a5, a13);
  const b12 = low8(a6, a14);
  const b13 = high8(a6, a14);
  const b14 = low8(a7, a15);
  const b15 = high8(a7, a15);
  const c0 = low8(b0, b8);
  const c1 = high8(b0, b8);
  const c2 = low8(b1, b9);
  const c3 = high8(b1, b9);
  const c4 = low8(b2, b10);
  const c5 = high8(b2, b10);
  const c6 = low8(b3, b11);
  const c7 = high8(b3, b11);
  const c8 = low8(b4, b12);
  const c9 = high8(b4, b12);
  const c10 = low8(b5, b13);
  const c11 = high8(b5, b13);
  const c12 = low8(b6, b14);
  const c13 = high8(b6, b14);
  const c14 = low8(b7, b15);
  const c15 = high8(b7, b15);
  const d0 = low8(c0, c8);
  const d1 = high8(c0, c8);
  const d2 = low8(c1, c9);
  const d3 = high8(c1, c9);
  const d4 = low8(c2, c10);
  const d5 = high8(c2, c10);
  const d6 = low8(c3, c11);
  const d7 = high8(c3, c11);
  const d8 = low8(c4, c12);
  const d9 = high8(c4, c12);
  const d10 = low8(c5, c13);
  const d11 = high8(c5, c13);
  const d12 = low8(c6, c14);
  const d13 = high8(c6, c14);
  const d14 = low8(c7, c15);
  const d15 = high8(c7, c15);
  const t = <usize>targetStride;
  v128.store(target, low8(d0, d8));
  v128.store(target + t, high8(d0, d8));
  v128.store(target + 2 * t, low8(d1, d9));
  v128.store(target + 3 * t, high8(d1, d9));
  v128.store(target + 4 * t, low8(d2, d10));
  v128.store(target + 5 * t, high8(d2, d10));
  v128.store(target + 6 * t, low8(d3, d11));
  v128.store(target + 7 * t, high8(d3, d11));
  v128.store(target + 8 * t, low8(d4, d12));
  v128.store(target + 9 * t, high8(d4, d12));
  v128.store(target + 10 * t, low8(d5, d13));
  v128.store(target + 11 * t, high8(d5, d13));
  v128.store(target + 12 * t, low8(d6, d14));
  v128.store(target + 13 * t, high8(d6, d14));
  v128.store(target + 14 * t, low8(d7, d15));
  v128.store(target + 15 * t, high8(d7, d15));
}

/** Writes `rows` rows of a strip as columns of the target, whose own rows are `targetStride` bytes apart. */
export function transposeStrip(
  strip: usize,
  stride: i32,
  columns: i32,
  rows: i32,
  target: usize,
  targetStride: i32,
): void {
  const whole = rows === STRIP ? columns & -STRIP : 0;
  for (let x = 0; x < whole; x += STRIP) tile(strip + x, stride, target + x * targetStride, targetStride);
  for (let x = whole; x < columns; x++)
    for (let y = 0; y < rows; y++) store<u8>(target + x * targetStride + y, load<u8>(strip + y * stride + x));
}
