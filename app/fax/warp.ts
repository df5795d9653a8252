import { whiteImage, type GreyImage } from './grey';
import { type Kernels, KNOT_COLUMNS, knotsOf, ROW_PARTS, type Sweep } from './kernels/kernels';
import { apply, inverse, type Homography } from './paper/homography';

/** Places farther out than this many rows are all the same. */
const FARTHEST_ROWS = 2 ** 16;

/**
 * Where a boundary between target rows crosses source column `column`, in rows: (`place` + `perColumn` × column) / (`weight` + `weightPerColumn` × column).
 */
interface Crossing {
  readonly place: number;
  readonly perColumn: number;
  readonly weight: number;
  readonly weightPerColumn: number;
}

/** What is at infinity, or nowhere, is far out. */
function sweepOf(columns: number, rows: number, kernels: Kernels, crossingOf: (boundary: number) => Crossing): Sweep {
  const knots = knotsOf(columns);
  const { buffer, byteOffset } = kernels.room((rows + 1) * knots * 4);
  const positions = new Int32Array(buffer, byteOffset, (rows + 1) * knots);
  for (let boundary = 0, at = 0; boundary <= rows; boundary++) {
    const { place, perColumn, weight, weightPerColumn } = crossingOf(boundary);
    for (let column = 0.5; column < knots * KNOT_COLUMNS; column += KNOT_COLUMNS) {
      const row = (place + perColumn * column) / (weight + weightPerColumn * column);
      const near = row > -FARTHEST_ROWS ? (row < FARTHEST_ROWS ? row : FARTHEST_ROWS) : -FARTHEST_ROWS;
      positions[at++] = Math.floor(near * ROW_PARTS + 0.5);
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
 * mean of what it covers, at least one pixel (E. Catmull, A. R. Smith, "3-D transformations of images in scanline order", 1980). Outside the source is white. `isLast`: nobody needs the source afterwards.
 */
export function warp(
  source: GreyImage,
  onto: Homography,
  width: number,
  height: number,
  kernels: Kernels,
  isLast = false,
): GreyImage {
  const { left, right } = columnsOf(onto, width, height, source.width);
  if (!(right > left)) return whiteImage(width, height);
  const sideways = isSideways(onto, width, height);
  const [rows, columns] = sideways ? [width, height] : [height, width];
  const down = downCrossings(inverse(onto), sideways, left);
  const swept = kernels.sweep(source, left, sweepOf(right - left, rows, kernels, down), true);
  const across = sweepOf(rows, columns, kernels, acrossCrossings(onto, sideways, left));
  if (isLast) kernels.drop(source);
  return kernels.sweep(swept, 0, across, !sideways);
}

type CrossingOf = (boundary: number) => Crossing;

/** A boundary between target rows (or columns, where they lie on their side) is a straight line in the source. */
function downCrossings([a, b, c, d, e, f, g, h, i]: Homography, sideways: boolean, left: number): CrossingOf {
  const [perU, perV, own] = sideways ? [a, b, c] : [d, e, f];
  return (boundary) => {
    const perColumn = boundary * g - perU;
    const place = boundary * i - own + perColumn * left;
    return { place, perColumn, weight: perV - boundary * h, weightPerColumn: 0 };
  };
}

/** Where a boundary between target columns (or rows) lies in the source's columns, along a row (or column) of the target. */
function acrossCrossings([a, b, c, , , , g, h, i]: Homography, sideways: boolean, left: number): CrossingOf {
  const [u, w] = sideways
    ? [
        { along: a, by: b },
        { along: g, by: h },
      ]
    : [
        { along: b, by: a },
        { along: h, by: g },
      ];
  return (boundary) => {
    const weight = w.by * boundary + i;
    const place = u.by * boundary + c - left * weight;
    return { place, perColumn: u.along - left * w.along, weight, weightPerColumn: w.along };
  };
}
