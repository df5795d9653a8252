import type { FaxBitmap } from '../bitmap';
import type { GreyImage } from '../grey';
import type { Kernels } from '../kernels/kernels';
import type { Darkness } from '../profile';
import { otsuThreshold } from './otsu';

/** Otsu's threshold is kept between these: on a blank page it would split the paper's own noise. */
const DARKEST = 90;
const LIGHTEST = 190;

/** A step of darkness moves the threshold by this many of 255. */
const DARKNESS_STEP = 20;

/** Splits a page whose paper was made white (`Kernels.normalise`) into ink and paper. */
export function binariseText(normalised: GreyImage, darkness: Darkness, kernels: Kernels): FaxBitmap {
  const level = otsuThreshold(kernels.histogram(normalised));
  return kernels.threshold(normalised, Math.min(Math.max(level, DARKEST), LIGHTEST) + darkness * DARKNESS_STEP);
}
