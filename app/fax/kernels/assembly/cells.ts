/** Blocks of a cell, either way. */
const BLOCKS: i32 = 4;

/** See `CellKernels.extremes`. */
export function extremes(blocks: usize, width: i32, height: i32, darkest: bool, target: usize): void {
  const columns = (width + BLOCKS - 1) / BLOCKS;
  for (let y = 0, row = target; y < height; y += BLOCKS, row += columns) {
    const last = min(y + BLOCKS, height) - 1;
    for (let x = 0; x < width; x += BLOCKS) {
      const right = min(x + BLOCKS, width);
      let extreme: u8 = darkest ? 255 : 0;
      for (let line = y; line <= last; line++) {
        for (let at = blocks + line * width + x; at < blocks + line * width + right; at++) {
          const value = load<u8>(at);
          extreme = darkest ? min(extreme, value) : max(extreme, value);
        }
      }
      store<u8>(row + x / BLOCKS, extreme);
    }
  }
}

/** Each pixel becomes the mean of the 3 × 3 around it, as far as that lies in the picture. `sums` is room for two bytes for each column and two more. */
function means(source: usize, width: i32, height: i32, sums: usize, target: usize): void {
  store<u16>(sums, 0);
  store<u16>(sums + (<usize>(width + 1) << 1), 0);
  for (let y = 0; y < height; y++) {
    const top = max(y - 1, 0);
    const down = min(y + 1, height - 1) - top + 1;
    for (let x = 0; x < width; x++) {
      let sum: u32 = 0;
      for (let line = 0; line < down; line++) sum += <u32>load<u8>(source + (top + line) * width + x);
      store<u16>(sums + (<usize>(x + 1) << 1), <u16>sum);
    }
    for (let x = 0; x < width; x++) {
      const three = sums + (<usize>x << 1);
      const sum = <u32>load<u16>(three) + <u32>load<u16>(three, 2) + <u32>load<u16>(three, 4);
      const count = <u32>(down * (min(x + 1, width - 1) - max(x - 1, 0) + 1));
      store<u8>(target + y * width + x, <u8>((2 * sum + count) / (2 * count)));
    }
  }
}

/** See `CellKernels.soften`. `once` is room for the picture, `sums` for two bytes for each column and two more. */
export function soften(
  source: usize,
  width: i32,
  height: i32,
  mayLighten: bool,
  once: usize,
  sums: usize,
  target: usize,
): void {
  means(source, width, height, sums, once);
  means(once, width, height, sums, target);
  if (mayLighten) return;
  for (let i = 0; i < width * height; i += 16)
    v128.store(target + i, i8x16.min_u(v128.load(target + i), v128.load(source + i)));
}

/** See `CellKernels.mark`. `level` is 0 to 255. Writes up to fifteen bytes too many, and reads as many. */
export function mark(source: usize, length: i32, isBelow: bool, level: i32, target: usize): void {
  const limit = i8x16.splat(<i8>level);
  const flip = i8x16.splat(isBelow ? 0 : -1);
  for (let i = 0; i < length; i += 16)
    v128.store(target + i, v128.xor(i8x16.lt_u(v128.load(source + i), limit), flip));
}
