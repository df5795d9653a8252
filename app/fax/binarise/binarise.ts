import type { FaxBitmap } from '../bitmap';
import type { GreyImage } from '../grey';
import type { Kernels } from '../kernels/kernels';
import { plainKernels } from '../kernels/plain/plain-kernels';
import type { Darkness, Mode, Resolution } from '../profile';
import { binariseAuto } from './auto';
import { surveyPage, withWhitePaper } from './paper';
import { cleanSpecks } from './specks';
import { binariseText } from './text';
import { toneOf } from './tone';

/** What the user may change of how a page is made black and white. */
export interface Finish {
  readonly darkness?: Darkness | undefined;
  /** Removes specks from text. */
  readonly tidy?: boolean | undefined;
}

/** Makes a grey picture, already at its final size in pels and scan lines, black and white. */
export function binarise(
  page: GreyImage,
  mode: Mode,
  resolution: Resolution,
  finish: Finish = {},
  kernels: Kernels = plainKernels,
): FaxBitmap {
  const { darkness = 0, tidy = false } = finish;
  const clean = (text: FaxBitmap): FaxBitmap => (tidy ? cleanSpecks(text, resolution, kernels) : text);
  switch (mode) {
    case 'text': {
      const survey = surveyPage(page, resolution, kernels);
      return clean(binariseText(withWhitePaper(page, survey, resolution, kernels), resolution, darkness, kernels));
    }
    case 'photo':
      return kernels.diffuse(page, toneOf(page, darkness, kernels));
    case 'auto':
      return binariseAuto(page, resolution, darkness, clean, kernels);
  }
}
