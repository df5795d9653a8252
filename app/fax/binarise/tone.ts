import type { GreyImage } from '../grey';
import type { Kernels } from '../kernels/kernels';
import type { Darkness } from '../profile';

/** Parts of a picture's pixels that may become wholly black and wholly white when its contrast is stretched. */
const CLIPPED = { black: 0.01, white: 0.02 } as const;

/** A picture is stretched no further than so that this range of values fills black to white: fog stays fog, noise stays faint. */
const LEAST_RANGE = 100;

/** Fax printing darkens: dots spread. Middle tones are lightened by this power beforehand. */
const DOT_GAIN = 0.75;

/** A step of darkness multiplies that power. */
const DARKNESS_STEP = 1.3;

/** Values this light print no dots at all: clean paper, and far fewer bytes on the line. */
const PAPER_FROM = 0.94;

function valueAt(histogram: Uint32Array, fraction: number): number {
  const wanted = histogram.reduce((sum, count) => sum + count, 0) * fraction;
  let seen = 0;
  const found = histogram.findIndex((count) => (seen += count) > wanted);
  return found < 0 ? 255 : found;
}

/** The curve, value to value, that gives a picture the contrast a fax needs. */
function photoTone(histogram: Uint32Array, darkness: Darkness): Uint8Array {
  const power = DOT_GAIN * DARKNESS_STEP ** darkness;
  const light = valueAt(histogram, 1 - CLIPPED.white);
  const dark = Math.min(valueAt(histogram, CLIPPED.black), Math.max(light - LEAST_RANGE, 0));
  const range = Math.max(light - dark, LEAST_RANGE);
  return Uint8Array.from({ length: 256 }, (_, value) => {
    const stretched = Math.min(Math.max((value - dark) / range, 0), 1);
    return stretched >= PAPER_FROM ? 255 : Math.round(255 * stretched ** power);
  });
}

/** The curve of a picture. Pure white, which surrounds it or is paper, is left out of account. */
export function toneOf(picture: GreyImage, darkness: Darkness, kernels: Kernels): Uint8Array {
  const histogram = kernels.histogram(picture);
  histogram[255] = 0;
  return photoTone(histogram, darkness);
}
