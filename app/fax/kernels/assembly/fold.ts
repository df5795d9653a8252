// @ts-ignore: decorator
@inline
function extreme(a: v128, b: v128, darkest: bool): v128 {
  return darkest ? i8x16.min_u(a, b) : i8x16.max_u(a, b);
}

/**
 * See `Kernels.fold`. `padded` is room for a row with `radius` bytes before it and `radius` + 16 after. Writes up to fifteen bytes past
 * `folded` and `target`, and reads as many past `source`.
 */
export function fold(
  source: usize,
  width: i32,
  height: i32,
  radius: i32,
  darkest: bool,
  padded: usize,
  folded: usize,
  target: usize,
): void {
  memory.fill(padded, darkest ? 255 : 0, width + 2 * radius + 16);
  for (let y = 0; y < height; y++) {
    memory.copy(padded + radius, source + y * width, width);
    const row = folded + y * width;
    for (let x = 0; x < width; x += 16) {
      let value = v128.load(padded + x);
      for (let i = 1; i <= 2 * radius; i++) value = extreme(value, v128.load(padded + x + i), darkest);
      v128.store(row + x, value);
    }
  }
  for (let y = 0; y < height; y++) {
    const first = max(y - radius, 0);
    const last = min(y + radius, height - 1);
    for (let x = 0; x < width; x += 16) {
      let at = folded + first * width + x;
      let value = v128.load(at);
      for (let row = first + 1; row <= last; row++) {
        at += width;
        value = extreme(value, v128.load(at), darkest);
      }
      v128.store(target + y * width + x, value);
    }
  }
}
