import { KNOT_COLUMNS, knotsOf, ROW_PARTS, type Sweep } from '../kernels';
import type { Boundaries } from '../paper-kernels';

/** Places farther out than this many rows are all the same; so is what is at infinity, or nowhere. */
const FARTHEST_ROWS = 2 ** 16;

/** See `PaperKernels.sweepBy`. */
export function sweepBy(boundaries: Boundaries, columns: number, rows: number): Sweep {
  const { placeByPerColumn, placeByWeight, weightPerColumn } = boundaries;
  const [firstPerColumn, morePerColumn] = boundaries.perColumn;
  const [firstWeight, moreWeight] = boundaries.weight;
  const [firstPlace, morePlace] = boundaries.place;
  const knots = knotsOf(columns);
  const positions = new Int32Array((rows + 1) * knots);
  for (let boundary = 0, at = 0; boundary <= rows; boundary++) {
    const perColumn = boundary * morePerColumn + firstPerColumn;
    const weight = boundary * moreWeight + firstWeight;
    const place = boundary * morePlace + firstPlace + (perColumn * placeByPerColumn + weight * placeByWeight);
    for (let column = 0.5; column < knots * KNOT_COLUMNS; column += KNOT_COLUMNS) {
      const row = (place + perColumn * column) / (weight + weightPerColumn * column);
      const near = row > -FARTHEST_ROWS ? (row < FARTHEST_ROWS ? row : FARTHEST_ROWS) : -FARTHEST_ROWS;
      positions[at++] = Math.floor(near * ROW_PARTS + 0.5);
    }
  }
  return { columns, rows, positions };
}
