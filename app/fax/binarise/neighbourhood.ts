import type { GreyImage } from '../grey';
import type { Kernels } from '../kernels/kernels';

/** Removes dark things narrower than twice the radius, and leaves edges of larger ones where they are. */
export const close = (image: GreyImage, radius: number, kernels: Kernels): GreyImage =>
  kernels.fold(kernels.fold(image, radius, 'lightest'), radius, 'darkest');

/** Removes light things narrower than twice the radius, and leaves edges of larger ones where they are. */
export const open = (image: GreyImage, radius: number, kernels: Kernels): GreyImage =>
  kernels.fold(kernels.fold(image, radius, 'darkest'), radius, 'lightest');
