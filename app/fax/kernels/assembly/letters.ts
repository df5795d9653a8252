/** A black run: its first and its last pel, and the shape it belongs to. */
const RUN: usize = 12;
const RUN_END: usize = 4;
const RUN_SHAPE: usize = 8;

/** A shape: the one it was joined with, itself if none, and its box, all included. */
const SHAPE: usize = 20;
const LEFT: usize = 4;
const RIGHT: usize = 8;
const TOP: usize = 12;
const BOTTOM: usize = 16;

/** Where the next shape is put. */
let free: usize = 0;

function begin(from: i32, to: i32, y: i32): usize {
  const shape = free;
  free += SHAPE;
  store<usize>(shape, shape);
  store<i32>(shape, from, LEFT);
  store<i32>(shape, to, RIGHT);
  store<i32>(shape, y, TOP);
  store<i32>(shape, y, BOTTOM);
  return shape;
}

// @ts-ignore: decorator
@inline
function rootOf(shape: usize): usize {
  let root = shape;
  for (let up = load<usize>(root); up !== root; up = load<usize>(root)) root = up;
  store<usize>(shape, root);
  return root;
}

/** Adds a run to the shape it touches. */
// @ts-ignore: decorator
@inline
function add(shape: usize, from: i32, to: i32, y: i32): usize {
  const root = rootOf(shape);
  store<i32>(root, min(load<i32>(root, LEFT), from), LEFT);
  store<i32>(root, max(load<i32>(root, RIGHT), to), RIGHT);
  store<i32>(root, y, BOTTOM);
  return root;
}

/** Makes two shapes one; the older keeps it. */
function join(a: usize, b: usize): usize {
  const one = rootOf(a);
  const other = rootOf(b);
  if (one === other) return one;
  const root = min(one, other);
  const joined = max(one, other);
  store<usize>(joined, root);
  store<i32>(root, min(load<i32>(root, LEFT), load<i32>(joined, LEFT)), LEFT);
  store<i32>(root, max(load<i32>(root, RIGHT), load<i32>(joined, RIGHT)), RIGHT);
  store<i32>(root, min(load<i32>(root, TOP), load<i32>(joined, TOP)), TOP);
  store<i32>(root, max(load<i32>(root, BOTTOM), load<i32>(joined, BOTTOM)), BOTTOM);
  return root;
}

/** Reads a row's black runs; answers where they end. Reads up to seven bytes past the row. */
function readRuns(row: usize, stride: i32, runs: usize): usize {
  let end = runs;
  let colour: u64 = 0;
  for (let i = 0; i < stride; i += 8) {
    let word = bswap<u64>(load<u64>(row + i));
    if (stride - i < 8) word &= ~(<u64>-1 >> (<u64>(stride - i) << 3));
    if (word === colour) continue;
    // A bit for each pel unlike the one before it.
    let edges = word ^ ((word >> 1) | (colour & 0x8000000000000000));
    while (edges !== 0) {
      const bit = clz<u64>(edges);
      const pel = (i << 3) + <i32>bit;
      if (colour === 0) store<i32>(end, pel);
      else {
        store<i32>(end, pel - 1, RUN_END);
        end += RUN;
      }
      colour = ~colour;
      edges &= ~(<u64>0x8000000000000000 >> bit);
    }
  }
  if (colour === 0) return end;
  store<i32>(end, (stride << 3) - 1, RUN_END);
  return end + RUN;
}

/** Gives each run of a row the shapes it touches in the row above, corners included. */
function connect(above: usize, aboveEnd: usize, here: usize, hereEnd: usize, y: i32): void {
  let candidate = above;
  for (let run = here; run < hereEnd; run += RUN) {
    const from = load<i32>(run);
    const to = load<i32>(run, RUN_END);
    while (candidate < aboveEnd && load<i32>(candidate, RUN_END) < from - 1) candidate += RUN;
    let shape: usize = 0;
    for (let k = candidate; k < aboveEnd && load<i32>(k) <= to + 1; k += RUN) {
      const touched = load<usize>(k, RUN_SHAPE);
      shape = shape === 0 ? add(touched, from, to, y) : join(touched, shape);
    }
    store<usize>(run, shape === 0 ? begin(from, to, y) : shape, RUN_SHAPE);
  }
}

/** Finds the shapes of the rows `from` to `to`, which is excluded, from `shapes` on. */
function findShapes(rows: usize, stride: i32, from: i32, to: i32, runs: usize, half: usize, shapes: usize): void {
  free = shapes;
  let above = runs;
  let aboveEnd = runs;
  let here = runs + half;
  for (let y = from; y < to; y++) {
    const hereEnd = readRuns(rows + y * stride, stride, here);
    connect(above, aboveEnd, here, hereEnd, y);
    const swapped = above;
    above = here;
    aboveEnd = hereEnd;
    here = swapped;
  }
}

/**
 * See `BitmapKernels.letterHeights`. `runs` is room for two rows of (8 × `stride` + 8) / 2 runs of 12 bytes, `shapes` for 20 bytes for each run there may be in a
 * band, and `counts` for `largest` + 1 numbers.
 */
export function letterHeights(
  rows: usize,
  stride: i32,
  lines: i32,
  band: i32,
  least: i32,
  largest: i32,
  fewest: i32,
  most: i32,
  runs: usize,
  shapes: usize,
  counts: usize,
  target: usize,
): void {
  const half = <usize>((stride << 2) + 4) * RUN;
  for (let from = 0; from < lines; from += band, target++) {
    const to = min(from + band, lines);
    findShapes(rows, stride, from, to, runs, half, shapes);
    memory.fill(counts, 0, <usize>(largest + 1) << 2);
    let letters = 0;
    for (let shape = shapes; shape < free; shape += SHAPE) {
      if (load<usize>(shape) !== shape) continue;
      const top = load<i32>(shape, TOP);
      const bottom = load<i32>(shape, BOTTOM);
      if (top <= from || bottom >= to - 1) continue;
      const height = bottom - top + 1;
      const width = load<i32>(shape, RIGHT) - load<i32>(shape, LEFT) + 1;
      if (height < least || height > largest || width < 2 || width > largest) continue;
      const count = counts + (<usize>height << 2);
      store<i32>(count, load<i32>(count) + 1);
      letters++;
    }
    let median = 0;
    if (letters >= max(fewest, 1) && letters <= most) {
      for (let seen = load<i32>(counts); seen <= letters >> 1; seen += load<i32>(counts + (<usize>median << 2))) median++;
    }
    store<u8>(target, <u8>median);
  }
}
