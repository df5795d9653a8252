import { putAsItIs } from '../../../app/fax/as-it-is';
import { binarise } from '../../../app/fax/binarise/binarise';
import type { FaxBitmap } from '../../../app/fax/bitmap';
import { HORIZONTAL_PER_INCH, pageGeometry, type PageGeometry } from '../../../app/fax/geometry';
import type { GreyImage } from '../../../app/fax/grey';
import type { Kernels } from '../../../app/fax/kernels/kernels';
import { plainKernels } from '../../../app/fax/kernels/plain/plain-kernels';
import { mirror } from '../../../app/fax/mirror';
import { cleanEdges } from '../../../app/fax/paper/clean-edges';
import { placeOnPage, type PixelSize, type Placement, type Turn } from '../../../app/fax/placement';
import { putGreyOnPage, resampleFor } from '../../../app/fax/resample';
import { warningsOf } from '../../../app/fax/warnings/page-warnings';
import { uprighting, uprightSize } from '../../../app/source/orientation';
import { layOut, placeFor, type LayOptions } from './lay-out';
import type { FaxPage, PressOptions } from './protocol';
import type { DecodedPage, Fit } from './source';

const UPRIGHT = 1;
const FINE = pageGeometry('fine');
const THUMBNAIL_HEIGHT_PX = 200;
const THUMBNAIL_WIDTH_PX = Math.round((THUMBNAIL_HEIGHT_PX * FINE.widthPoints) / FINE.heightPoints);

/** Halfway between black and white, which is all there is. */
const MIDDLE = 128;

/** The size before it is turned. */
const unturned = ({ turn, widthPels, scanLines }: Placement): PixelSize =>
  turn % 180 === 0 ? { widthPx: widthPels, heightPx: scanLines } : { widthPx: scanLines, heightPx: widthPels };

/** The size at which a page needs no resampling to become the fax page. */
export const fitPage =
  (options: Pick<PressOptions, 'resolution' | 'rotation' | 'topMargin'>): Fit =>
  (size) =>
    unturned(placeFor(options)(size, pageGeometry(options.resolution), options.rotation));

/** The fax page of a decoded picture. */
export function makePage(decoded: DecodedPage, options: PressOptions, kernels: Kernels = plainKernels): FaxPage {
  const { resolution, mode } = options;
  const geometry = pageGeometry(resolution);
  const { bitmap, corners } =
    dotForDot(decoded, geometry, options, kernels) ?? laidOnPage(decoded, geometry, options, kernels);
  const { widthPels, scanLines } = bitmap;
  const warnings = warningsOf(bitmap, resolution, mode, kernels);
  return { t6: kernels.encodeT6(bitmap), widthPels, scanLines, resolution, corners, warnings };
}

/** A page's dots, and the corners of what was cut out. */
interface Dots extends Pick<FaxPage, 'corners'> {
  readonly bitmap: FaxBitmap;
}

function laidOnPage(decoded: DecodedPage, page: PageGeometry, options: PressOptions, kernels: Kernels): Dots {
  const { picture, at, cut, corners } = layOut(decoded, page, options, kernels);
  // The picture as it was decoded takes the most room of all.
  kernels.only(picture);
  const text = blackAndWhite(decoded, picture, options, kernels);
  const clean = cut ? cleanEdges(text, page.verticalPerInch / HORIZONTAL_PER_INCH, kernels) : text;
  return { bitmap: kernels.putOnPage(clean, at.left, at.top, page.widthPels, page.scanLines), corners };
}

/** A fax page that nobody wants turned, cut or halftoned, without any resampling, where it fits so. */
function dotForDot(
  { grey, nature, orientation, pitch }: DecodedPage,
  page: PageGeometry,
  { rotation, mode, corners, topMargin }: PressOptions,
  kernels: Kernels,
): Dots | null {
  if (nature !== 'bilevel' || pitch === undefined || corners !== undefined || topMargin === true) return null;
  if (rotation !== 0 || orientation !== UPRIGHT || mode === 'photo') return null;
  const asItIs = putAsItIs(grey, pitch, page);
  return asItIs && { bitmap: kernels.threshold(asItIs, MIDDLE), corners: null };
}

function blackAndWhite(
  { nature }: DecodedPage,
  picture: GreyImage,
  { mode, resolution, darkness, tidy = true }: PressOptions,
  kernels: Kernels,
): FaxBitmap {
  return binarise(picture, mode, resolution, { darkness, tidy: tidy && nature === 'picture' }, kernels);
}

/** The same page, small and in grey: `THUMBNAIL_HEIGHT_PX` high. */
export function makeThumbnail(decoded: DecodedPage, options: LayOptions, kernels: Kernels = plainKernels): GreyImage {
  const small = { ...FINE, widthPels: THUMBNAIL_WIDTH_PX, scanLines: THUMBNAIL_HEIGHT_PX };
  const { picture, at } = layOut(decoded, FINE, options, kernels, shrunk);
  return putGreyOnPage(picture, at, small);
}

/** The size at which a page needs no resampling to become a thumbnail. */
export const fitThumbnail =
  (rotation: Turn): Fit =>
  (size) =>
    unturned(shrunk(placeOnPage(size, FINE, rotation)));

/** Longest side of the picture by which a page is cut. */
const PICTURE_PX = 1400;

/** The size of a whole page made small enough to be shown. */
export const fitPicture: Fit = ({ widthPx, heightPx }) => {
  const scale = Math.min(PICTURE_PX / Math.max(widthPx, heightPx), 1);
  return { widthPx: Math.max(Math.round(widthPx * scale), 1), heightPx: Math.max(Math.round(heightPx * scale), 1) };
};

/** A page of a source, upright and whole. */
export function makePicture({ grey, orientation, size }: DecodedPage, kernels: Kernels = plainKernels): GreyImage {
  const { mirrored, turn } = uprighting(orientation);
  const stored = size ?? { widthPx: grey.width, heightPx: grey.height };
  const { widthPx, heightPx } = fitPicture(uprightSize(stored, orientation));
  const at = { turn, left: 0, top: 0, widthPels: widthPx, scanLines: heightPx };
  return resampleFor(mirrored ? mirror(grey) : grey, at, kernels);
}

/** A place on the fine page, as it is on the thumbnail of that page. */
function shrunk({ turn, left, top, widthPels, scanLines }: Placement): Placement {
  const across = THUMBNAIL_WIDTH_PX / FINE.widthPels;
  const down = THUMBNAIL_HEIGHT_PX / FINE.scanLines;
  return {
    turn,
    left: Math.floor(left * across),
    top: Math.floor(top * down),
    widthPels: Math.max(Math.floor(widthPels * across), 1),
    scanLines: Math.max(Math.floor(scanLines * down), 1),
  };
}
