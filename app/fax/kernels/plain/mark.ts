import type { GreyImage } from '../../grey';

/** See `CellKernels.mark`. */
export function mark(image: GreyImage, where: 'below' | 'from', level: number): GreyImage {
  const [below, from] = where === 'below' ? [255, 0] : [0, 255];
  return { ...image, pixels: image.pixels.map((value) => (value < level ? below : from)) };
}
