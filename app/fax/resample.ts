import type { PageGeometry } from './geometry';
import { whiteImage, type GreyImage } from './grey';
import type { Placement, Turn } from './placement';
import { resize } from './resize';

/** Where a turned picture's pixel (0, 0) lands, and how far apart its neighbours across and down land, in target pixels. */
interface Landing {
  readonly origin: number;
  readonly stepAcross: number;
  readonly stepDown: number;
}

function landing(turn: Turn, width: number, height: number): Landing {
  switch (turn) {
    case 0:
      return { origin: 0, stepAcross: 1, stepDown: width };
    case 90:
      return { origin: width - 1, stepAcross: width, stepDown: -1 };
    case 180:
      return { origin: width * height - 1, stepAcross: -1, stepDown: -width };
    case 270:
      return { origin: (height - 1) * width, stepAcross: -width, stepDown: 1 };
  }
}

/** Side of the squares a picture is turned in: small enough for the processor's nearest cache. */
const TILE = 64;

function copyTurned(from: GreyImage, to: GreyImage, { origin, stepAcross, stepDown }: Landing): void {
  for (let tileY = 0; tileY < from.height; tileY += TILE) {
    const endY = Math.min(tileY + TILE, from.height);
    for (let tileX = 0; tileX < from.width; tileX += TILE) {
      const endX = Math.min(tileX + TILE, from.width);
      for (let y = tileY; y < endY; y++) {
        let target = origin + y * stepDown + tileX * stepAcross;
        const row = y * from.width;
        for (let x = tileX; x < endX; x++) {
          to.pixels[target] = from.pixels[row + x] ?? 0;
          target += stepAcross;
        }
      }
    }
  }
}

/** Makes a picture the size asked for, in pixels. */
export type MakeSize = (width: number, height: number) => GreyImage;

/**
 * A picture resized by `toSize` and turned as its place on a page asks. In standard resolution the grey is already at 98 lines an
 * inch here, so that what is thresholded next is what will be printed.
 */
export function layTurned(toSize: MakeSize, { turn, widthPels, scanLines }: Placement): GreyImage {
  if (turn === 0) return toSize(widthPels, scanLines);
  const sideways = turn !== 180;
  const resized = toSize(sideways ? scanLines : widthPels, sideways ? widthPels : scanLines);
  const turned = { width: widthPels, height: scanLines, pixels: new Uint8Array(widthPels * scanLines) };
  copyTurned(resized, turned, landing(turn, widthPels, scanLines));
  return turned;
}

/** A whole picture in its place on a page. */
export const resampleFor = (source: GreyImage, at: Placement): GreyImage =>
  layTurned((width, height) => resize(source, width, height), at);

/** The whole page in grey: a picture laid in its place, on white. */
export function putGreyOnPage(picture: GreyImage, at: Placement, page: PageGeometry): GreyImage {
  const target = whiteImage(page.widthPels, page.scanLines);
  for (let y = 0; y < picture.height; y++) {
    const row = picture.pixels.subarray(y * picture.width, (y + 1) * picture.width);
    target.pixels.set(row, (at.top + y) * page.widthPels + at.left);
  }
  return target;
}

/** The whole page in grey: a whole picture in its place, on white. */
export const resampleOntoPage = (source: GreyImage, at: Placement, page: PageGeometry): GreyImage =>
  putGreyOnPage(resampleFor(source, at), at, page);
