import { whiteImage, type GreyImage } from './grey';
import type { Kernels } from './kernels/kernels';
import type { Boundaries } from './kernels/paper-kernels';
import { apply, inverse, type Homography } from './paper/homography';

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
  const sideways = isSideways(onto, width, height);
  const [rows, columns] = sideways ? [width, height] : [height, width];
  const down = boundariesDown(inverse(onto), sideways, left);
  const across = boundariesAcross(onto, sideways, left);
  const [by, then] = [kernels.sweepBy(down, right - left, rows), kernels.sweepBy(across, rows, columns)];
  return kernels.sweep(source, left, by, then, !sideways);
}

/** A boundary between target rows (or columns, where they lie on their side) is a straight line in the source. */
function boundariesDown([a, b, c, d, e, f, g, h, i]: Homography, sideways: boolean, left: number): Boundaries {
  const [perU, perV, own] = sideways ? [a, b, c] : [d, e, f];
  return {
    perColumn: [-perU, g],
    weight: [perV, -h],
    place: [-own, i],
    placeByPerColumn: left,
    placeByWeight: 0,
    weightPerColumn: 0,
  };
}

/** Where a boundary between target columns (or rows) lies in the source's columns, along a row (or column) of the target. */
function boundariesAcross([a, b, c, , , , g, h, i]: Homography, sideways: boolean, left: number): Boundaries {
  const [u, w] = sideways
    ? [
        { along: a, by: b },
        { along: g, by: h },
      ]
    : [
        { along: b, by: a },
        { along: h, by: g },
      ];
  return {
    perColumn: [u.along - left * w.along, 0],
    weight: [i, w.by],
    place: [c, u.by],
    placeByPerColumn: 0,
    placeByWeight: -left,
    weightPerColumn: w.along,
  };
}
