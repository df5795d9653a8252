import { hasPitchOf, type Pitch } from '../../../app/fax/as-it-is';
import { HORIZONTAL_PER_INCH, POINTS_PER_INCH, verticalPerInch } from '../../../app/fax/geometry';
import type { GreyImage } from '../../../app/fax/grey';
import { mirror } from '../../../app/fax/mirror';
import { addTurns, type PixelSize, type Turn } from '../../../app/fax/placement';
import type { Resolution } from '../../../app/fax/profile';
import { resampleFor } from '../../../app/fax/resample';
import type { Kernels } from '../../../app/fax/kernels/kernels';
import type { EncodedPage } from '../../../app/fax/fax-pdf';
import { uprighting, uprightSize } from '../../../app/source/orientation';
import type { PaperSize, ViewOptions } from './protocol';
import type { DecodedPage, Fit } from './source';

/** No page is drawn larger, in pixels. */
const MOST_PIXELS = 16_000_000;
const MIDDLE = 128;

const sideways = (turn: Turn): boolean => turn % 180 !== 0;

/** How large an upright page is drawn to be `widthPx` across after it was turned. */
function drawnSize({ widthPx: across, heightPx: down }: PixelSize, { rotation, widthPx }: ViewOptions): PixelSize {
  const shape = sideways(rotation) ? across / down : down / across;
  const most = Math.floor(Math.sqrt(MOST_PIXELS / shape));
  const width = Math.max(1, Math.min(Math.round(widthPx), most));
  return { widthPx: width, heightPx: Math.max(1, Math.round(width * shape)) };
}

/** The size at which a drawn page needs no resampling to be shown. */
export const fitView =
  (options: ViewOptions): Fit =>
  (size) => {
    const { widthPx, heightPx } = drawnSize(size, options);
    return sideways(options.rotation) ? { widthPx: heightPx, heightPx: widthPx } : { widthPx, heightPx };
  };

/** A page as it is in its document, upright and then turned, to be looked at. */
export function viewPage(decoded: DecodedPage, options: ViewOptions, kernels: Kernels): GreyImage {
  const { grey, orientation } = decoded;
  const { mirrored, turn } = uprighting(orientation);
  const { widthPx, heightPx } = drawnSize(squareSizeOf(decoded), options);
  const at = { turn: addTurns(turn, options.rotation), left: 0, top: 0, widthPels: widthPx, scanLines: heightPx };
  return resampleFor(mirrored ? mirror(grey) : grey, at, kernels);
}

/** Upright, in square units. */
function squareSizeOf({ grey, orientation, size }: DecodedPage): PixelSize {
  return uprightSize(size ?? { widthPx: grey.width, heightPx: grey.height }, orientation);
}

/** How large a page is on paper. */
export function paperSizeOf(decoded: DecodedPage): PaperSize {
  // A PDF's page is told in points; so are pictures that don't say.
  const perInch = decoded.pitch?.across ?? POINTS_PER_INCH;
  const { widthPx, heightPx } = squareSizeOf(decoded);
  return { widthInch: widthPx / perInch, heightInch: heightPx / perInch };
}

/** The size at which a drawn page is as dense as a fax page of fine resolution. */
export const fitDots: Fit = ({ widthPx, heightPx }) => ({
  widthPx: Math.round((widthPx / POINTS_PER_INCH) * HORIZONTAL_PER_INCH),
  heightPx: Math.round((heightPx / POINTS_PER_INCH) * verticalPerInch('fine')),
});

/**
 * A page in black and white at a fax's dots, turned. What came as a fax keeps its very dots; other pages are brought to fine
 * resolution.
 */
export function dotsOf(decoded: DecodedPage, rotation: Turn, kernels: Kernels): EncodedPage {
  const { grey, orientation, pitch } = decoded;
  const { mirrored, turn } = uprighting(orientation);
  const source = mirrored ? mirror(grey) : grey;
  const whole = addTurns(turn, rotation);
  const resolution = resolutionOf(pitch, whole);
  const { widthInch, heightInch } = paperSizeOf(decoded);
  const [across, down] = sideways(rotation) ? [heightInch, widthInch] : [widthInch, heightInch];
  const native = pitch !== undefined && hasPitchOf(resolution, pitch) && !sideways(whole);
  const widthPels = native ? grey.width : Math.max(1, Math.round(across * HORIZONTAL_PER_INCH));
  const scanLines = native ? grey.height : Math.max(1, Math.round(down * verticalPerInch(resolution)));
  const at = { turn: whole, left: 0, top: 0, widthPels, scanLines };
  const page = kernels.threshold(resampleFor(source, at, kernels), MIDDLE);
  return { t6: kernels.encodeT6(page), widthPels, scanLines, resolution };
}

/** A fax of standard resolution stays one, unless it lies on its side. */
const resolutionOf = (pitch: Pitch | undefined, turn: Turn): Resolution =>
  !sideways(turn) && pitch !== undefined && hasPitchOf('standard', pitch) ? 'standard' : 'fine';
