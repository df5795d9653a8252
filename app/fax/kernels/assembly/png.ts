import { inflate, INFLATE_ROOM } from './inflate';
import { luma } from './luma';

/** What a row was filtered by (PNG §9.2). */
const SUB: i32 = 1;
const UP: i32 = 2;
const AVERAGE: i32 = 3;
const PAETH: i32 = 4;

function paeth(a: i32, b: i32, c: i32): i32 {
  const pa = abs(b - c);
  const pb = abs(a - c);
  const pc = abs(a + b - 2 * c);
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/** Undoes a row's filter, in its place. */
function unfilter(kind: i32, row: usize, above: usize, length: i32, step: i32): bool {
  let i = 0;
  if (kind === SUB) {
    for (i = step; i < length; i++) store<u8>(row + i, <u8>(load<u8>(row + i) + load<u8>(row + i - step)));
  } else if (kind === UP) {
    for (; i + 16 <= length; i += 16) v128.store(row + i, i8x16.add(v128.load(row + i), v128.load(above + i)));
    for (; i < length; i++) store<u8>(row + i, <u8>(load<u8>(row + i) + load<u8>(above + i)));
  } else if (kind === AVERAGE) {
    for (; i < length; i++) {
      const left = i < step ? 0 : <i32>load<u8>(row + i - step);
      store<u8>(row + i, <u8>(<i32>load<u8>(row + i) + ((left + <i32>load<u8>(above + i)) >> 1)));
    }
  } else if (kind === PAETH) {
    for (; i < min(step, length); i++) store<u8>(row + i, <u8>(load<u8>(row + i) + load<u8>(above + i)));
    for (; i < length; i++) {
      const best = paeth(<i32>load<u8>(row + i - step), <i32>load<u8>(above + i), <i32>load<u8>(above + i - step));
      store<u8>(row + i, <u8>(<i32>load<u8>(row + i) + best));
    }
  } else return kind === 0;
  return true;
}

/** Grey of pixels of three bytes; up to seven bytes behind a row are read. */
function lumaOfThree(row: usize, width: i32, target: usize): void {
  const weights = i16x8(77, 150, 29, 0, 77, 150, 29, 0);
  const half = i32x4.splat(128);
  let x = 0;
  for (; x + 4 <= width; x += 4) {
    const colours = v128.load(row + 3 * x);
    const padded = i8x16.swizzle(colours, i8x16(0, 1, 2, -1, 3, 4, 5, -1, 6, 7, 8, -1, 9, 10, 11, -1));
    const a = i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(padded), weights);
    const b = i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(padded), weights);
    const some = i8x16.shuffle(a, b, 0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27);
    const others = i8x16.shuffle(a, b, 4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31);
    const four = i32x4.shr_u(i32x4.add(i32x4.add(some, others), half), 8);
    const narrow = i16x8.narrow_i32x4_u(four, four);
    v128.store32_lane(target + x, i8x16.narrow_i16x8_u(narrow, narrow), 0);
  }
  for (; x < width; x++) {
    const at = row + 3 * x;
    const sum = 77 * <i32>load<u8>(at) + 150 * <i32>load<u8>(at, 1) + 29 * <i32>load<u8>(at, 2);
    store<u8>(target + x, <u8>((sum + 128) >> 8));
  }
}

function lumaOfOne(row: usize, width: i32, depth: i32, greys: usize, target: usize): void {
  const mask = (1 << depth) - 1;
  for (let x = 0; x < width; x++) {
    const bit = x * depth;
    const value = (<i32>load<u8>(row + (bit >> 3)) >> (8 - depth - (bit & 7))) & mask;
    store<u8>(target + x, load<u8>(greys + value));
  }
}

/** See `Kernels.pngGrey`. `raw` is room for all rows and their filters, and one more, `tables` for `INFLATE_ROOM` bytes. */
export function pngGrey(
  source: usize,
  length: i32,
  width: i32,
  height: i32,
  channels: i32,
  depth: i32,
  greys: usize,
  raw: usize,
  tables: usize,
  target: usize,
): bool {
  const bytes = (width * channels * depth + 7) >> 3;
  const size = (bytes + 1) * height;
  if (!inflate(source, length, raw, size, tables)) return false;
  let above = raw + size;
  memory.fill(above, 0, bytes);
  for (let y = 0; y < height; y++) {
    const row = raw + y * (bytes + 1) + 1;
    if (!unfilter(<i32>load<u8>(row - 1), row, above, bytes, channels)) return false;
    const into = target + y * width;
    if (channels === 3) lumaOfThree(row, width, into);
    else if (channels === 4) luma(row, width, 77, 150, 29, into);
    else lumaOfOne(row, width, depth, greys, into);
    above = row;
  }
  return true;
}

export { INFLATE_ROOM as inflateRoom };
