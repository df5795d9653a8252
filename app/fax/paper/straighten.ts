import type { GreyImage } from '../grey';
import type { Kernels } from '../kernels/kernels';
import { scaleCorners, type Corners } from './corners';
import { findPaper } from './find-paper';
import { isFrame } from './homography';
import type { Quad } from './quad';
import { findSkew, levelFrame } from './skew';

/** The part of a picture that becomes the page, in its pixels. `cut`: something around it is left out. */
export interface PagePart {
  readonly quad: Quad;
  readonly cut: boolean;
}

/** What the user's corners (0 … 1) cut out of a picture; `null` where that is all of it. */
export function givenPart({ width, height }: GreyImage, corners: Corners): PagePart | null {
  const quad = scaleCorners(corners, width, height);
  return isFrame(quad, width, height) ? null : { quad, cut: true };
}

/** The paper on a desk, or a skewed page made level, whole; `null` where the picture is best as it is. */
export function findPart(picture: GreyImage, kernels: Kernels): PagePart | null {
  const paper = findPaper(picture, kernels);
  if (paper !== null) return { quad: paper, cut: true };
  const degrees = findSkew(picture, kernels);
  return degrees === 0 ? null : { quad: levelFrame(picture.width, picture.height, degrees), cut: false };
}
