import { HORIZONTAL_PER_INCH, type PageGeometry } from './geometry';

/** Clockwise turns, in degrees. */
export type Turn = 0 | 90 | 180 | 270;

/** Where a picture lands on a page, in pels and scan lines, after it was turned by `turn` clockwise. */
export interface Placement {
  readonly turn: Turn;
  readonly left: number;
  readonly top: number;
  readonly widthPels: number;
  readonly scanLines: number;
}

export interface PixelSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A picture's pixel is never printed larger than 1/72 inch, so that a small logo stays a small logo. */
export const LARGEST_PIXEL_INCH = 1 / 72;

/** A landscape picture is turned only where that makes it at least this much larger: a nearly square one stays upright. */
const WORTH_TURNING = 1.05;

/** Blank left above a picture that does not fill the page's height. */
const TOP_MARGIN_INCH = 0.25;

export const addTurns = (a: Turn, b: Turn): Turn => ((a + b) % 360) as Turn;

const turned = ({ widthPx, heightPx }: PixelSize, turn: Turn): PixelSize =>
  turn % 180 === 0 ? { widthPx, heightPx } : { widthPx: heightPx, heightPx: widthPx };

/** Inches a source pixel takes when the whole picture fits the page. */
function inchesPerPixel({ widthPx, heightPx }: PixelSize, page: PageGeometry): number {
  const pageWidth = page.widthPels / HORIZONTAL_PER_INCH;
  const pageHeight = page.scanLines / page.verticalPerInch;
  return Math.min(pageWidth / widthPx, pageHeight / heightPx, LARGEST_PIXEL_INCH);
}

/**
 * How a picture is turned when the user says nothing: a landscape one a quarter anticlockwise (270° clockwise), so
 * that its top lies along the page's left edge and the reader turns the paper clockwise, as for a landscape table in a
 * book (ISO 7144).
 */
export function naturalTurn(source: PixelSize, page: PageGeometry): Turn {
  if (source.widthPx <= source.heightPx) return 0;
  const gain = inchesPerPixel(turned(source, 270), page) / inchesPerPixel(source, page);
  return gain >= WORTH_TURNING ? 270 : 0;
}

const within = (value: number, largest: number): number => Math.min(Math.max(Math.round(value), 1), largest);

/**
 * Fits a picture whole on a portrait page: never cropped, its physical proportions kept, landscape turned
 * (`naturalTurn`) and then turned by the user's `rotation`. Centred across; at the top, less a quarter-inch margin where there
 * is room, because a receiver's header line pushes the page down and cuts what is at the bottom.
 */
export function placeOnPage(source: PixelSize, page: PageGeometry, rotation: Turn = 0): Placement {
  const turn = addTurns(naturalTurn(source, page), rotation);
  const lying = turned(source, turn);
  const scale = inchesPerPixel(lying, page);
  const widthPels = within(lying.widthPx * scale * HORIZONTAL_PER_INCH, page.widthPels);
  const scanLines = within(lying.heightPx * scale * page.verticalPerInch, page.scanLines);
  const margin = Math.round(TOP_MARGIN_INCH * page.verticalPerInch);
  return {
    turn,
    left: (page.widthPels - widthPels) >> 1,
    top: Math.min(page.scanLines - scanLines, margin),
    widthPels,
    scanLines,
  };
}
