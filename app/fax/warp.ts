import { whiteImage, type GreyImage } from './grey';
import { type Kernels, KNOT_COLUMNS, knotsOf, ROW_PARTS, type Sweep } from './kernels/kernels';
import { apply, inverse, type Homography } from './paper/homography';

/** Places farther out than this many rows are all the same. */
const FARTHEST_ROWS = 2 ** 16;

/** A place in 4096ths of a row; what is at infinity, or nowhere, is far out. */
function positionOf(row: number): number {
  if (Number.isNaN(row)) return FARTHEST_ROWS * ROW_PARTS;
  return Math.round(Math.min(Math.max(row, -FARTHEST_ROWS), FARTHEST_ROWS) * ROW_PARTS);
}

/** Where target row boundary `boundary` crosses the middle of column `column`, in source rows. */
type CrossingOf = (boundary: number, column: number) => number;

function sweepOf(columns: number, rows: number, crossingOf: CrossingOf): Sweep {
  const knots = knotsOf(columns);
  const positions = new Int32Array((rows + 1) * knots);
  for (let boundary = 0, at = 0; boundary <= rows; boundary++) {
    for (let knot = 0; knot < knots; knot++) {
      positions[at++] = positionOf(crossingOf(boundary, knot * KNOT_COLUMNS + 0.5));
    }
  }
  return { columns, rows, positions };
}

/** Whether the target's rows run along the source's columns: it lies on its side. */
function isSideways([a, b, c, d, e, f, g, h, i]: Homography, width: number, height: number): boolean {
  const [x, y] = [width / 2, height / 2];
  const [u, v, w] = [a * x + b * y + c, d * x + e * y + f, g * x + h * y + i];
  const turned = (d * w - v * g) * (b * w - u * h);
  const upright = (a * w - u * g) * (e * w - v * h);
  return Math.abs(turned) > Math.abs(upright);
}

/** Source columns looked at beyond the corners. */
const MARGIN = 2;

/** The source columns that are needed. */
function columnsOf(
  onto: Homography,
  width: number,
  height: number,
  sourceWidth: number,
): { left: number; right: number } {
  const corners = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: 0, y: height },
    { x: width, y: height },
  ].map((corner) => apply(onto, corner).x);
  return {
    left: Math.max(Math.floor(Math.min(...corners)) - MARGIN, 0),
    right: Math.min(Math.ceil(Math.max(...corners)) + MARGIN, sourceWidth),
  };
}

/**
 * A `width` × `height` picture each of whose points shows the point of `source` it is mapped `onto`: turned, squared up, resized, all at once. In two passes, down and then across, each pixel the
 * mean of what it covers, at least one pixel (E. Catmull, A. R. Smith, "3-D transformations of images in scanline order", 1980). Outside the source is white.
 */
export function warp(source: GreyImage, onto: Homography, width: number, height: number, kernels: Kernels): GreyImage {
  const { left, right } = columnsOf(onto, width, height, source.width);
  if (!(right > left)) return whiteImage(width, height);
  const [a, b, c, , , , g, h, i] = onto;
  const [na, nb, nc, nd, ne, nf, ng, nh, ni] = inverse(onto);
  const sideways = isSideways(onto, width, height);
  // A boundary between target rows is a straight line in the source; so is one between target columns.
  const downCrossing: CrossingOf = sideways
    ? (x, column) => (x * (ng * (left + column) + ni) - na * (left + column) - nc) / (nb - nh * x)
    : (y, column) => (y * (ng * (left + column) + ni) - nd * (left + column) - nf) / (ne - nh * y);
  const acrossCrossing: CrossingOf = sideways
    ? (y, x) => (a * x + b * y + c) / (g * x + h * y + i) - left
    : (x, y) => (a * x + b * y + c) / (g * x + h * y + i) - left;
  const [rows, columns] = sideways ? [width, height] : [height, width];
  const down = kernels.sweep(source, left, sweepOf(right - left, rows, downCrossing), true);
  return kernels.sweep(down, 0, sweepOf(rows, columns, acrossCrossing), !sideways);
}
