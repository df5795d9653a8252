/** All as in `paper/edge-offsets.ts`. */
const PLACES: i32 = 64;

/** The brightness of the pixel at a point, or of the nearest one. */
// @ts-ignore: decorator
@inline
function pixelAt(source: usize, width: i32, last: v128, point: v128): i32 {
  const place = i32x4.trunc_sat_f64x2_s_zero(f64x2.min(f64x2.max(f64x2.floor(point), f64x2.splat(0)), last));
  return <i32>load<u8>(source + i32x4.extract_lane(place, 1) * width + i32x4.extract_lane(place, 0));
}

/** The offset from the middle of a profile, of `count` numbers of eight bytes, to where they part most. */
function stepOf(profile: usize, count: i32, box: i32, sign: f64): f64 {
  let best: f64 = 0;
  let offset: f64 = 0;
  for (let i = box; i + box <= count; i++) {
    let inner: f64 = 0;
    let outer: f64 = 0;
    const middle = profile + (<usize>i << 3);
    for (let at: usize = 0; at < <usize>box << 3; at += 8) {
      inner += load<f64>(middle + at);
      outer += load<f64>(middle - 8 - at);
    }
    const step = (sign * (inner - outer)) / (inner + outer + <f64>(10 * box));
    if (step <= best) continue;
    best = step;
    offset = <f64>(i - (count >> 1)) - 0.5;
  }
  return offset;
}

/**
 * See `PaperKernels.edgeOffsets`. `side`: x and y of where it begins, of how far it goes, and of its direction, numbers of eight bytes; `profile`: room for twice `reach` and one of
 * them.
 */
export function edgeOffsets(
  source: usize,
  width: i32,
  height: i32,
  side: usize,
  sign: i32,
  reach: i32,
  profile: usize,
  target: usize,
): void {
  const last = f64x2(<f64>(width - 1), <f64>(height - 1));
  const from = v128.load(side);
  const way = v128.load(side, 16);
  const along = v128.load(side, 32);
  const normal = f64x2(-load<f64>(side, 40), load<f64>(side, 32));
  const box = max((reach + 2) >> 2, 1);
  const count = 2 * reach + 1;
  for (let i = 0; i < PLACES; i++, target += 8) {
    const part = 0.04 + (0.92 * <f64>i) / <f64>(PLACES - 1);
    const place = f64x2.add(from, f64x2.mul(way, f64x2.splat(part)));
    for (let at = 0; at < count; at++) {
      const point = f64x2.add(place, f64x2.mul(normal, f64x2.splat(<f64>(at - reach))));
      let sum = 0;
      for (let k = -2; k <= 2; k++)
        sum += pixelAt(source, width, last, f64x2.add(point, f64x2.mul(along, f64x2.splat(<f64>k))));
      store<f64>(profile + (<usize>at << 3), <f64>sum / 5);
    }
    store<f64>(target, stepOf(profile, count, box, <f64>sign));
  }
}
