/** Bytes before the points: how many they are. */
const COUNT: usize = 16;

/** Which of sixteen pixels are so much darker than those `back` bytes before them; those from `end` on are not. */
// @ts-ignore: decorator
@inline
function edgesAt(at: usize, back: usize, contrast: v128, end: usize): i32 {
  const darker = i8x16.sub_sat_u(v128.load(at - back), v128.load(at));
  const edges = i8x16.bitmask(i8x16.ge_u(darker, contrast));
  return at + 16 <= end ? edges : edges & ((1 << <i32>(end - at)) - 1);
}

/**
 * See `PaperKernels.inkOf`. Writes how many points there are, at most `most`, from the sixteenth byte on how far to the right of the middle each is, and after room for `most` of these how
 * far below: numbers of eight bytes. Reads up to fifteen bytes past the picture.
 */
export function inkOf(source: usize, width: i32, height: i32, contrast: i32, most: i32, target: usize): void {
  const back = <usize>width << 1;
  const end = source + width * height;
  const dark = i8x16.splat(<i8>contrast);
  let all = 0;
  for (let at = source + back; at < end; at += 16) all += popcnt(edgesAt(at, back, dark, end));
  const every = max(1, (all + most - 1) / most);
  const xs = target + COUNT;
  const ys = xs + (<usize>most << 3);
  let to: usize = 0;
  let until = 0;
  for (let at = source + back; at < end; at += 16) {
    for (let edges = edgesAt(at, back, dark, end); edges !== 0; edges &= edges - 1) {
      if (until-- > 0) continue;
      until = every - 1;
      const place = <i32>(at - source) + ctz(edges);
      const y = place / width;
      store<f64>(xs + to, <f64>(place - y * width) - <f64>width / 2);
      store<f64>(ys + to, <f64>y - <f64>height / 2);
      to += 8;
    }
  }
  store<i32>(target, <i32>(to >> 3));
}

/** See `PaperKernels.distinctness`. `turns`: the sine and cosine of each angle; `rows`: room for 8 × `reach` bytes. Numbers are of eight bytes. */
export function distinctness(
  xs: usize,
  ys: usize,
  points: i32,
  reach: i32,
  turns: usize,
  count: i32,
  rows: usize,
  target: usize,
): void {
  const bytes = <usize>reach << 3;
  const pointBytes = <usize>points << 3;
  for (const end = turns + (<usize>count << 4); turns < end; turns += 16, target += 8) {
    const sine = load<f64>(turns);
    const cosine = load<f64>(turns, 8);
    memory.fill(rows, 0, bytes);
    for (let i: usize = 0; i < pointBytes; i += 8) {
      const row = <i32>(load<f64>(ys + i) * cosine - load<f64>(xs + i) * sine + <f64>reach);
      if (<u32>row >= <u32>(reach << 1)) continue;
      const place = rows + (<usize>row << 2);
      store<i32>(place, load<i32>(place) + 1);
    }
    let sum: i64 = 0;
    for (let i: usize = 0; i < bytes; i += 4) {
      const here = <i64>load<i32>(rows + i);
      sum += here * here;
    }
    store<f64>(target, <f64>sum);
  }
}
