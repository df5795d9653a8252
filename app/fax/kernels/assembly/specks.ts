// @ts-ignore: decorator
@inline
function byteOf(at: usize, isThere: bool): u32 {
  return isThere ? <u32>load<u8>(at) : 0;
}

/** The pels of a byte that have no black beside or above them: where shapes begin. */
// @ts-ignore: decorator
@inline
function beginnings(at: usize, stride: i32, column: i32, hasAbove: bool): u32 {
  const isFirst = column === 0;
  const here = <u32>load<u8>(at);
  const above = byteOf(at - stride, hasAbove);
  const aboveBefore = byteOf(at - stride - 1, hasAbove && !isFirst);
  const aboveAfter = byteOf(at - stride + 1, hasAbove && column < stride - 1);
  const left = (here >> 1) | (byteOf(at - 1, !isFirst) << 7);
  const covered = above | (above >> 1) | (aboveBefore << 7) | (above << 1) | (aboveAfter >> 7);
  return here & ~left & ~covered & 0xff;
}

/** Whether no more than `most` pels are black in a rectangle, as far as that lies on the page. */
function isSparse(rows: usize, width: i32, lines: i32, x: i32, y: i32, right: i32, bottom: i32, most: i32): bool {
  const left = max(x, 0);
  const last = min(right, width - 1);
  const stride = (width + 7) >> 3;
  const lastLine = min(bottom, lines - 1);
  const leftMask: u32 = 0xff >> (left & 7);
  const rightMask: u32 = (0xff00 >> ((last & 7) + 1)) & 0xff;
  let black: i32 = 0;
  for (let line = max(y, 0); line <= lastLine; line++) {
    const row = rows + line * stride;
    let at = row + (left >> 3);
    const end = row + (last >> 3);
    let bits = <u32>load<u8>(at) & leftMask;
    for (; at < end; bits = <u32>load<u8>(++at)) black += <i32>popcnt<u32>(bits);
    black += <i32>popcnt<u32>(bits & rightMask);
    if (black > most) return false;
  }
  return true;
}

/**
 * See `BitmapKernels.loneSpecks`. `target` is room for so many as there may be, 8 bytes each.
 * @returns how many there are
 */
export function loneSpecks(
  rows: usize,
  width: i32,
  lines: i32,
  largest: i32,
  across: i32,
  down: i32,
  target: usize,
): i32 {
  const stride = (width + 7) >> 3;
  let into = target;
  for (let y = 0; y < lines; y++) {
    const row = rows + y * stride;
    for (let column = 0; column < stride; column++) {
      while (column + 8 <= stride && load<u64>(row + column) === 0) column += 8;
      if (column >= stride) break;
      let starts = beginnings(row + column, stride, column, y > 0);
      for (; starts !== 0; starts &= starts - 1) {
        const x = (column << 3) + 7 - <i32>ctz<u32>(starts);
        if (!isSparse(rows, width, lines, x - 2, y - 1, x + 2, y + 2, largest)) continue;
        if (!isSparse(rows, width, lines, x - across, y - down, x + across, y + down, largest)) continue;
        store<i32>(into, x);
        store<i32>(into, y, 4);
        into += 8;
      }
    }
  }
  return <i32>((into - target) >> 3);
}
