import { HORIZONTAL_PER_INCH, verticalPerInch, type PageGeometry } from './geometry';
import { whiteImage, type GreyImage } from './grey';
import type { Resolution } from './profile';

/** Pixels an inch across and down. */
export interface Pitch {
  readonly across: number;
  readonly down: number;
}

/** Dots this much denser or wider apart than a fax's are still taken for a fax's: a line of 10 cm grows by 5 mm at most. */
const SAME_PITCH = 0.05;

const isClose = (a: number, b: number): boolean => Math.abs(a / b - 1) <= SAME_PITCH;

/** Whether dots are about as dense as a fax's of that resolution. */
export const hasPitchOf = (resolution: Resolution, { across, down }: Pitch): boolean =>
  isClose(across, HORIZONTAL_PER_INCH) && isClose(down, verticalPerInch(resolution));

/** Whether dots are about as dense as a fax's, of one or the other resolution. */
export const hasFaxPitch = (pitch: Pitch): boolean => hasPitchOf('fine', pitch) || hasPitchOf('standard', pitch);

/** Where black begins and ends along one axis: the first black place and the one after the last. */
interface Extent {
  readonly from: number;
  readonly to: number;
}

/**
 * A black and white page whose dots are about as dense as this page's pels, put on it dot for dot: nothing is resampled, so nothing is lost.
 * Only blank margins may fall off. `null` where the dots are of another density, or its black does not fit.
 */
export function putAsItIs(image: GreyImage, pitch: Pitch, page: PageGeometry): GreyImage | null {
  if (!hasPitchOf(page.resolution, pitch)) return null;
  const ink = inkOf(image);
  const left = shiftOf(ink.across, image.width, page.widthPels, (page.widthPels - image.width) >> 1);
  const top = shiftOf(ink.down, image.height, page.scanLines, 0);
  return left === null || top === null ? null : copyShifted(image, left, top, page);
}

const isBlack = (value: number | undefined): boolean => (value ?? 255) < 128;

function inkOf({ width, height, pixels }: GreyImage): { across: Extent; down: Extent } {
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (let y = 0; y < height; y++) {
    const row = pixels.subarray(y * width, (y + 1) * width);
    const first = row.findIndex(isBlack);
    if (first < 0) continue;
    left = Math.min(left, first);
    right = Math.max(right, row.findLastIndex(isBlack) + 1);
    top = Math.min(top, y);
    bottom = y + 1;
  }
  return { across: { from: Math.min(left, right), to: right }, down: { from: Math.min(top, bottom), to: bottom } };
}

/** How far to shift so that all black stays on the page, as near to `wish` as can be. */
function shiftOf({ from, to }: Extent, length: number, room: number, wish: number): number | null {
  if (to - from > room) return null;
  const wanted = length <= room ? Math.max(wish, 0) : wish;
  return Math.min(Math.max(wanted, -from), room - to);
}

function copyShifted(image: GreyImage, left: number, top: number, page: PageGeometry): GreyImage {
  const onPage = whiteImage(page.widthPels, page.scanLines);
  const [from, to] = [Math.max(0, -left), Math.min(image.width, page.widthPels - left)];
  for (let y = Math.max(0, -top); y < Math.min(image.height, page.scanLines - top); y++) {
    const row = image.pixels.subarray(y * image.width + from, y * image.width + to);
    onPage.pixels.set(row, (y + top) * page.widthPels + left + from);
  }
  return onPage;
}
