import type { PageGeometry } from './geometry';
import { whiteImage, type GreyImage } from './grey';
import type { Kernels } from './kernels/kernels';
import { plainKernels } from './kernels/plain/plain-kernels';
import { rectangleOnto } from './paper/homography';
import { frameQuad, type Quad } from './paper/quad';
import type { Placement, Turn } from './placement';
import { warp } from './warp';

/** The corners of what lies turned clockwise on a page, the one at the page's upper left first. */
function turned([a, b, c, d]: Quad, turn: Turn): Quad {
  switch (turn) {
    case 0:
      return [a, b, c, d];
    case 90:
      return [d, a, b, c];
    case 180:
      return [c, d, a, b];
    case 270:
      return [b, c, d, a];
  }
}

/**
 * The part of a picture within `quad` in its place on a page, seen from straight above, turned as the place asks, and resampled once. Corners may lie outside the picture, where it is
 * white. In standard resolution the grey is already at 98 lines an inch here, so that what is thresholded next is what will be printed.
 */
export function resamplePart(
  source: GreyImage,
  quad: Quad,
  { turn, widthPels, scanLines }: Placement,
  kernels: Kernels = plainKernels,
): GreyImage {
  const onto = rectangleOnto(turned(quad, turn), widthPels, scanLines);
  return warp(source, onto, widthPels, scanLines, kernels);
}

/** A whole picture in its place on a page. */
export function resampleFor(source: GreyImage, at: Placement, kernels: Kernels = plainKernels): GreyImage {
  const { width, height } = source;
  if (at.turn === 0 && width === at.widthPels && height === at.scanLines) return source;
  return resamplePart(source, frameQuad(width, height), at, kernels);
}

/** The whole page in grey: a picture laid in its place, on white. */
export function putGreyOnPage(picture: GreyImage, at: Placement, page: PageGeometry): GreyImage {
  const target = whiteImage(page.widthPels, page.scanLines);
  for (let y = 0; y < picture.height; y++) {
    const row = picture.pixels.subarray(y * picture.width, (y + 1) * picture.width);
    target.pixels.set(row, (at.top + y) * page.widthPels + at.left);
  }
  return target;
}

/** The whole page in grey: a whole picture in its place, on white. */
export const resampleOntoPage = (source: GreyImage, at: Placement, page: PageGeometry): GreyImage =>
  putGreyOnPage(resampleFor(source, at), at, page);
