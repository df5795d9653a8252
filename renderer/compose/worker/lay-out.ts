import { placeInFrame } from '../../../app/fax/frame';
import type { PageGeometry } from '../../../app/fax/geometry';
import { placeBelowHeader } from '../../../app/fax/header-strip';
import type { GreyImage } from '../../../app/fax/grey';
import type { Kernels } from '../../../app/fax/kernels/kernels';
import { mirror } from '../../../app/fax/mirror';
import { scaleCorners, turnCorners, type Corners } from '../../../app/fax/paper/corners';
import { paperSize } from '../../../app/fax/paper/quad';
import { findPart, givenPart, type PagePart } from '../../../app/fax/paper/straighten';
import { addTurns, placeOnPage, type PixelSize, type Placement, type Turn } from '../../../app/fax/placement';
import { resampleFor, resamplePart } from '../../../app/fax/resample';
import { uprighting, uprightSize } from '../../../app/source/orientation';
import type { PressOptions } from './protocol';
import type { DecodedPage } from './source';

export type LayOptions = Pick<PressOptions, 'rotation' | 'tidy' | 'corners' | 'topMargin'>;

/** A picture at its final size, and where it lies on the page. */
export interface LaidOut {
  readonly picture: GreyImage;
  readonly at: Placement;
  /** Something around the page was left out. */
  readonly cut: boolean;
  readonly corners: Corners | null;
}

/** A picture as stored, but never mirrored, and the turn that makes it upright. */
interface Stored {
  readonly source: GreyImage;
  readonly turn: Turn;
}

function storedOf({ grey, orientation }: DecodedPage): Stored {
  const { mirrored, turn } = uprighting(orientation);
  return { source: mirrored ? mirror(grey) : grey, turn };
}

const backwards = (turn: Turn): Turn => ((360 - turn) % 360) as Turn;

/** Only pictures lie askew or on desks; the user may cut anything. */
function partOf(
  { source, turn }: Stored,
  { nature }: DecodedPage,
  options: LayOptions,
  kernels: Kernels,
): PagePart | null {
  if (options.corners !== undefined) return givenPart(source, turnCorners(options.corners, backwards(turn)));
  return options.tidy !== false && nature === 'picture' ? findPart(source, kernels) : null;
}

const sidewaysSize = ({ widthPx, heightPx }: PixelSize, turn: Turn): PixelSize =>
  turn % 180 === 0 ? { widthPx, heightPx } : { widthPx: heightPx, heightPx: widthPx };

/** How a page with these options is placed. */
export const placeFor = ({ topMargin }: Pick<LayOptions, 'topMargin'>) =>
  topMargin === true ? placeBelowHeader : placeOnPage;

/**
 * A decoded picture resampled once to its place on a page: upright, turned as asked, cut out and squared up. `fit` changes the place,
 * for a smaller page. The decoded picture is used up: what is made may lie where it was.
 */
export function layOut(
  decoded: DecodedPage,
  page: PageGeometry,
  options: LayOptions,
  kernels: Kernels,
  fit: (at: Placement) => Placement = (at) => at,
): LaidOut {
  const stored = storedOf(decoded);
  const { source, turn } = stored;
  const part = partOf(stored, decoded, options, kernels);
  const whole = (size: PixelSize): Placement => placeFor(options)(size, page, options.rotation);
  // What is cut out becomes the page; all else stays where it lies on its own.
  const { on } = part?.cut === true ? {} : decoded;
  const place = (size: PixelSize): Placement => fit(on ? placeInFrame(whole(on.page), on.frame) : whole(size));
  const toStored = (at: Placement): Placement => ({ ...at, turn: addTurns(turn, at.turn) });
  if (part === null) {
    const { size = { widthPx: source.width, heightPx: source.height }, orientation } = decoded;
    const at = place(uprightSize(size, orientation));
    return { picture: resampleFor(source, toStored(at), kernels), at, cut: false, corners: null };
  }
  const at = place(sidewaysSize(paperSize(part.quad), turn));
  const picture = resamplePart(source, part.quad, toStored(at), kernels);
  const corners = turnCorners(scaleCorners(part.quad, 1 / source.width, 1 / source.height), turn);
  return { picture, at, cut: part.cut, corners: part.cut ? corners : null };
}
