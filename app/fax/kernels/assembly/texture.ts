/** Blocks of a cell, either way. */
const BLOCKS: i32 = 4;

/** Four times as much as a cell differs from the mean of its four neighbours, at most 4 × 255; at the edge it is its own neighbour. */
// @ts-ignore: decorator
@inline
function restlessness(lightest: usize, columns: i32, rows: i32, x: i32, y: i32): i32 {
  const row = lightest + y * columns;
  const left = <i32>load<u8>(row + max(x - 1, 0));
  const right = <i32>load<u8>(row + min(x + 1, columns - 1));
  const above = <i32>load<u8>(lightest + max(y - 1, 0) * columns + x);
  const below = <i32>load<u8>(lightest + min(y + 1, rows - 1) * columns + x);
  return abs(left + right + above + below - 4 * <i32>load<u8>(row + x));
}

/** The part of a cell's blocks that are lighter than `least`. */
// @ts-ignore: decorator
@inline
function evenPart(blocks: usize, width: i32, height: i32, x: i32, y: i32, least: f64): f64 {
  const left = x * BLOCKS;
  const top = y * BLOCKS;
  const right = min(left + BLOCKS, width);
  const bottom = min(top + BLOCKS, height);
  let even = 0;
  for (let line = top; line < bottom; line++) {
    for (let column = left; column < right; column++)
      even += <i32>(<f64>load<u8>(blocks + line * width + column) > least);
  }
  return <f64>even / <f64>((right - left) * (bottom - top));
}

/** See `CellKernels.texture`. `counts` is room for 1021 numbers, `target` for the two answers, in 64 bits. */
export function texture(
  lightest: usize,
  columns: i32,
  rows: i32,
  blocks: usize,
  width: i32,
  height: i32,
  region: usize,
  count: i32,
  tolerance: f64,
  counts: usize,
  target: usize,
): void {
  memory.fill(counts, 0, 4 * 1021);
  let even: f64 = 0;
  for (let i = 0; i < count; i++) {
    const cell = load<i32>(region + (<usize>i << 2));
    const x = cell % columns;
    const y = cell / columns;
    const at = counts + (<usize>restlessness(lightest, columns, rows, x, y) << 2);
    store<i32>(at, load<i32>(at) + 1);
    even += evenPart(blocks, width, height, x, y, <f64>load<u8>(lightest + cell) - tolerance);
  }
  let median = 0;
  for (let seen = load<i32>(counts); seen <= count >> 1; seen += load<i32>(counts + (<usize>median << 2))) median++;
  store<f64>(target, <f64>median / 4);
  store<f64>(target, even / <f64>count, 8);
}
