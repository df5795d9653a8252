/** Pels of a block across. */
const BLOCK: i32 = 4;
/** Pels of a cell across. */
const CELL: i32 = 16;

// @ts-ignore: decorator
@inline
function meanOf(source: usize, width: i32, across: i32, down: i32): u8 {
  let sum: i32 = 0;
  for (let y = 0; y < down; y++) for (let x = 0; x < across; x++) sum += <i32>load<u8>(source + y * width + x);
  return <u8>(sum / (across * down));
}

/** See `Kernels.means`. */
export function means(source: usize, width: i32, height: i32, lines: i32, target: usize): void {
  const columns = (width + BLOCK - 1) / BLOCK;
  const shift: i32 = lines === 4 ? 4 : 3;
  const whole = width & ~15;
  for (let y = 0, row = target; y < height; y += lines, row += columns) {
    const down = min(lines, height - y);
    const from = source + y * width;
    let x = 0;
    if (down === lines) {
      for (; x < whole; x += 16) {
        let sums = i16x8.splat(0);
        for (let line = 0; line < lines; line++)
          sums = i16x8.add(sums, i16x8.extadd_pairwise_i8x16_u(v128.load(from + line * width + x)));
        const four = i32x4.shr_u(i32x4.extadd_pairwise_i16x8_u(sums), shift);
        const halves = i16x8.narrow_i32x4_u(four, four);
        v128.store32_lane(row + (x >> 2), i8x16.narrow_i16x8_u(halves, halves), 0);
      }
    }
    for (; x < width; x += BLOCK) store<u8>(row + (x >> 2), meanOf(from + x, width, min(BLOCK, width - x), down));
  }
}

/** The factor that makes paper of this brightness white, in 65536ths; `scaled` is the brightness × `scale`. */
// @ts-ignore: decorator
@inline
function factorOf(scaled: i32, scale: i32): i32 {
  return <i32>((<f64>255.0 * <f64>65536.0 * <f64>scale) / <f64>max(scaled, 1) + 0.5);
}

/** Half a cell or a whole one, whose factors change evenly from `left` to `right`. */
// @ts-ignore: decorator
@inline
function scale(source: usize, target: usize, count: i32, left: i32, right: i32): void {
  const step = (right - left) / CELL;
  for (let i = 0; i < count; i++) {
    const scaled = (<u32>load<u8>(source + i) * <u32>(left + i * step)) >>> 16;
    store<u8>(target + i, <u8>min(scaled, 255));
  }
}

/** A whole cell. */
// @ts-ignore: decorator
@inline
function scaleCell(source: usize, target: usize, left: i32, right: i32): void {
  const step = i32x4.splat((right - left) / CELL);
  const four = i32x4.shl(step, 2);
  const f0 = i32x4.add(i32x4.splat(left), i32x4.mul(step, i32x4(0, 1, 2, 3)));
  const f1 = i32x4.add(f0, four);
  const f2 = i32x4.add(f1, four);
  const f3 = i32x4.add(f2, four);
  const pixels = v128.load(source);
  const low = i16x8.extend_low_i8x16_u(pixels);
  const high = i16x8.extend_high_i8x16_u(pixels);
  const s0 = i32x4.shr_u(i32x4.mul(i32x4.extend_low_i16x8_u(low), f0), 16);
  const s1 = i32x4.shr_u(i32x4.mul(i32x4.extend_high_i16x8_u(low), f1), 16);
  const s2 = i32x4.shr_u(i32x4.mul(i32x4.extend_low_i16x8_u(high), f2), 16);
  const s3 = i32x4.shr_u(i32x4.mul(i32x4.extend_high_i16x8_u(high), f3), 16);
  // Up to 65,025: brought below 32,768 before the bytes are made, which are told with a sign.
  const most = i16x8.splat(255);
  const a = i16x8.min_u(i16x8.narrow_i32x4_u(s0, s1), most);
  const b = i16x8.min_u(i16x8.narrow_i32x4_u(s2, s3), most);
  v128.store(target, i8x16.narrow_i16x8_u(a, b));
}

/** See `Kernels.normalise`. `factors` is room for a row of them. */
export function normalise(
  source: usize,
  width: i32,
  height: i32,
  paper: usize,
  lines: i32,
  factors: usize,
  target: usize,
): void {
  const columns = (width + CELL - 1) / CELL;
  const rows = (height + lines - 1) / lines;
  for (let y = 0; y < height; y++) {
    const place = min(max(2 * y + 1 - lines, 0), (rows - 1) * 2 * lines);
    const upper = place / (2 * lines);
    const part = place - upper * 2 * lines;
    const above = paper + upper * columns;
    const below = paper + min(upper + 1, rows - 1) * columns;
    for (let column = 0; column < columns; column++) {
      const scaled = <i32>load<u8>(above + column) * (2 * lines - part) + <i32>load<u8>(below + column) * part;
      store<i32>(factors + (<usize>column << 2), factorOf(scaled, 2 * lines));
    }
    const from = source + y * width;
    const into = target + y * width;
    const first = load<i32>(factors);
    scale(from, into, min(CELL / 2, width), first, first);
    let x = CELL / 2;
    let at = factors;
    for (; x + CELL <= width && x < CELL * (columns - 1); x += CELL, at += 4)
      scaleCell(from + x, into + x, load<i32>(at), load<i32>(at, 4));
    for (; x < width; x += CELL, at += 4) {
      const right = x < CELL * (columns - 1) ? at + 4 : at;
      scale(from + x, into + x, min(CELL, width - x), load<i32>(at), load<i32>(right));
    }
  }
}

// @ts-ignore: decorator
@inline
function countByte(table: usize, value: u64): void {
  const count = table + (<usize>(value & 255) << 2);
  store<u32>(count, load<u32>(count) + 1);
}

/** Four tables take turns: adding to a number again at once would wait for the first time to be written. */
// @ts-ignore: decorator
@inline
function countEight(counts: usize, eight: u64): void {
  countByte(counts, eight);
  countByte(counts + 1024, eight >> 8);
  countByte(counts + 2048, eight >> 16);
  countByte(counts + 3072, eight >> 24);
  countByte(counts, eight >> 32);
  countByte(counts + 1024, eight >> 40);
  countByte(counts + 2048, eight >> 48);
  countByte(counts + 3072, eight >> 56);
}

function countRow(from: usize, end: usize, counts: usize): void {
  let at = from;
  for (; at + 16 <= end; at += 16) {
    const sixteen = v128.load(at);
    const first = i8x16.extract_lane_u(sixteen, 0);
    // Most of a page is paper.
    if (i8x16.all_true(i8x16.eq(sixteen, i8x16.splat(first)))) {
      const count = counts + (<usize>first << 2);
      store<u32>(count, load<u32>(count) + 16);
      continue;
    }
    countEight(counts, <u64>i64x2.extract_lane(sixteen, 0));
    countEight(counts, <u64>i64x2.extract_lane(sixteen, 1));
  }
  for (; at < end; at++) countByte(counts, load<u8>(at));
}

/** See `Kernels.histogram`. `counts` is room for four tables of 256, the first of which is the answer. */
export function histogram(source: usize, width: i32, height: i32, everyRow: i32, counts: usize): void {
  memory.fill(counts, 0, 4096);
  for (let y = 0; y < height; y += everyRow) countRow(source + y * width, source + (y + 1) * width, counts);
  for (let i = counts; i < counts + 1024; i += 16) {
    const ab = i32x4.add(v128.load(i), v128.load(i, 1024));
    v128.store(i, i32x4.add(ab, i32x4.add(v128.load(i, 2048), v128.load(i, 3072))));
  }
}

/** See `Kernels.threshold`. `level` is 1 to 255. */
export function threshold(source: usize, width: i32, height: i32, level: i32, target: usize): void {
  const stride = (width + 7) >> 3;
  const limit = i8x16.splat(<i8>level);
  for (let y = 0; y < height; y++) {
    const from = source + y * width;
    const row = target + y * stride;
    let x = 0;
    for (; x + 16 <= width; x += 16) {
      const black = i8x16.lt_u(v128.load(from + x), limit);
      const turned = i8x16.shuffle(black, black, 7, 6, 5, 4, 3, 2, 1, 0, 15, 14, 13, 12, 11, 10, 9, 8);
      store<u16>(row + (x >> 3), <u16>i8x16.bitmask(turned));
    }
    for (; x < width; x += 8) {
      let bits: i32 = 0;
      for (let i = x; i < min(x + 8, width); i++)
        bits |= <i32>(<i32>load<u8>(from + i) < level) << (7 - (i - x));
      store<u8>(row + (x >> 3), <u8>bits);
    }
  }
}
