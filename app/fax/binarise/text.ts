import type { FaxBitmap } from '../bitmap';
import type { GreyImage } from '../grey';
import type { Kernels } from '../kernels/kernels';
import type { Darkness, Resolution } from '../profile';
import { otsuThreshold } from './otsu';

/** Otsu's threshold is kept between these: on a blank page it would split the paper's own noise. */
const DARKEST = 90;
const LIGHTEST = 190;

/** Of so many scan lines one tells as well as all of them how light paper and ink are: the smallest letters are taller. */
const COUNTED = 4;

/** A step of darkness moves the threshold by this many of 255. */
const DARKNESS_STEP = 20;

/** So much darker is standard resolution printed, where the thinnest strokes are no more than half a scan line. */
const STANDARD_DARKNESS = 15;

/**
 * Makes each scan line differ more from the two beside it: at 98 lines an inch a stroke of small print runs across two of them, and
 * the mean of ink and paper is neither.
 */
function sharpened({ width, height, pixels }: GreyImage, kernels: Kernels): GreyImage {
  const target = kernels.room(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    const up = y > 0 ? width : 0;
    const down = y < height - 1 ? width : 0;
    for (const end = at + width; at < end; at++) {
      const value = pixels[at] ?? 0;
      const sharp = 2 * value - (((pixels[at - up] ?? 0) + (pixels[at + down] ?? 0)) >> 1);
      target[at] = sharp < 0 ? 0 : sharp > 255 ? 255 : sharp;
    }
  }
  return { width, height, pixels: target };
}

function split(page: GreyImage, shift: number, darkness: Darkness, kernels: Kernels): FaxBitmap {
  const level = otsuThreshold(kernels.histogram(page, COUNTED)) + shift;
  return kernels.threshold(page, Math.min(Math.max(level, DARKEST), LIGHTEST) + darkness * DARKNESS_STEP);
}

/** Splits a page whose paper was made white (`Kernels.normalise`) into ink and paper. */
export const binariseText = (
  normalised: GreyImage,
  resolution: Resolution,
  darkness: Darkness,
  kernels: Kernels,
): FaxBitmap =>
  resolution === 'fine'
    ? split(normalised, 0, darkness, kernels)
    : split(sharpened(normalised, kernels), STANDARD_DARKNESS, darkness, kernels);
