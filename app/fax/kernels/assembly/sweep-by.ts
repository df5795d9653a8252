import { KNOT, PARTS } from './sweep';

/** Places farther out than this many rows are all the same; so is what is at infinity, or nowhere. */
const FARTHEST: f64 = 65536;

/**
 * See `PaperKernels.sweepBy`. `boundaries`: what columns, weight and place are at the first boundary and how much they grow with each, the place by the columns
 * and by the weight, and the weight by the column: nine numbers. Writes up to eight bytes too many.
 */
export function sweepBy(boundaries: usize, columns: i32, rows: i32, target: usize): void {
  const firstPerColumn = load<f64>(boundaries);
  const morePerColumn = load<f64>(boundaries, 8);
  const firstWeight = load<f64>(boundaries, 16);
  const moreWeight = load<f64>(boundaries, 24);
  const firstPlace = load<f64>(boundaries, 32);
  const morePlace = load<f64>(boundaries, 40);
  const placeByPerColumn = load<f64>(boundaries, 48);
  const placeByWeight = load<f64>(boundaries, 56);
  const weightPerColumn = f64x2.splat(load<f64>(boundaries, 64));
  const farthest = f64x2.splat(FARTHEST);
  const nearest = f64x2.splat(-FARTHEST);
  const knots = (columns + KNOT - 1) / KNOT + 1;
  const bytes = <usize>knots << 2;
  for (let boundary = 0; boundary <= rows; boundary++) {
    const b = <f64>boundary;
    const perColumn = b * morePerColumn + firstPerColumn;
    const weight = b * moreWeight + firstWeight;
    const place = b * morePlace + firstPlace + (perColumn * placeByPerColumn + weight * placeByWeight);
    const places = f64x2.splat(place);
    const weights = f64x2.splat(weight);
    const slopes = f64x2.splat(perColumn);
    let column = f64x2(0.5, 0.5 + <f64>KNOT);
    for (let at = target, end = target + bytes; at < end; at += 8) {
      const row = f64x2.div(
        f64x2.add(places, f64x2.mul(slopes, column)),
        f64x2.add(weights, f64x2.mul(weightPerColumn, column)),
      );
      const above = v128.bitselect(row, farthest, f64x2.lt(row, farthest));
      const near = v128.bitselect(above, nearest, f64x2.gt(row, nearest));
      const position = f64x2.floor(f64x2.add(f64x2.mul(near, f64x2.splat(<f64>PARTS)), f64x2.splat(0.5)));
      v128.store64_lane(at, i32x4.trunc_sat_f64x2_s_zero(position), 0);
      column = f64x2.add(column, f64x2.splat(<f64>(2 * KNOT)));
    }
    target += bytes;
  }
}
