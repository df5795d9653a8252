import type { Frame } from '../fax/frame';
import type { PixelSize } from '../fax/placement';
import type { Spot } from './pdf-picture';

/*
 * Photos and scans in PDFs: pages that show pictures and nothing else, with white around them where a program printed them.
 */

/** A picture where it is shown on a page. */
export interface PlacedPicture {
  readonly topLeft: Spot;
  readonly topRight: Spot;
  readonly bottomLeft: Spot;
  readonly width: number;
  readonly height: number;
  /** Of a pixel, all its colours together. */
  readonly bits: number;
}

/** What was photographed or scanned: where it lies on its page, and how many pixels there are of it as it is shown. */
export interface Photograph extends PixelSize {
  readonly frame: Frame;
}

/** Less of a page is an illustration, not the page's subject. */
const LEAST_OF_PAGE = 1 / 3;

/** So much of what pictures lie in may be bare, or covered twice. */
const TOLERANCE = 0.02;

/** 350 dots an inch of A4. No page is made of more. */
const MOST_PIXELS = 12_000_000;

/** PDFium unpacks JPEG 2000 to a half, a quarter and so on, which takes so much less memory, but never to less than is drawn. */
const SCARCELY_HALF = 2.02;

/** A3 at 600 dots an inch. What is larger leaves PDFium too little memory to draw it about as dense as it is. */
const MOST_STORED_PIXELS = 72_000_000;

/**
 * The photograph that the pictures seen on a page make together, as strips of a scan or as layers of one do; `null` where they are
 * several, or small, or black and white only, which is better drawn at the fax's own dots. `page` is in points.
 */
export function photographOf(pictures: readonly PlacedPicture[], page: PixelSize): Photograph | null {
  if (pictures.every(({ bits }) => bits === 1)) return null;
  if (pictures.reduce((sum, { width, height }) => sum + width * height, 0) > MOST_STORED_PIXELS) return null;
  const frames = pictures.map(frameOf);
  const frame = frames.reduce(around);
  const areas = frames.map(areaOf);
  const area = areaOf(frame);
  if (!(area >= LEAST_OF_PAGE)) return null;
  const isOneWithin = Math.max(...areas) >= area * (1 - TOLERANCE);
  const isTiled = Math.abs(areas.reduce((sum, part) => sum + part, 0) / area - 1) <= TOLERANCE;
  if (!isOneWithin && !isTiled) return null;
  const width = (frame.right - frame.left) * page.widthPx;
  const height = (frame.bottom - frame.top) * page.heightPx;
  const densest = Math.max(...pictures.map((picture) => densityOf(picture, page)));
  if (!Number.isFinite(densest)) return null;
  let perPoint = densest;
  while (width * height * perPoint ** 2 > MOST_PIXELS) perPoint /= SCARCELY_HALF;
  const pixels = (points: number): number => Math.max(Math.round(points * perPoint), 1);
  return { frame, widthPx: pixels(width), heightPx: pixels(height) };
}

const onPage = (value: number): number => Math.min(Math.max(value, 0), 1);

/** What a picture takes of its page. */
function frameOf({ topLeft, topRight, bottomLeft }: PlacedPicture): Frame {
  const bottomRight = { x: topRight.x + bottomLeft.x - topLeft.x, y: topRight.y + bottomLeft.y - topLeft.y };
  const corners = [topLeft, topRight, bottomLeft, bottomRight];
  const [xs, ys] = [corners.map(({ x }) => onPage(x)), corners.map(({ y }) => onPage(y))];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

const around = (a: Frame, b: Frame): Frame => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});

const areaOf = ({ left, top, right, bottom }: Frame): number => (right - left) * (bottom - top);

/** Pixels a point, where they lie densest. */
function densityOf({ topLeft, topRight, bottomLeft, width, height }: PlacedPicture, page: PixelSize): number {
  const points = (from: Spot, to: Spot): number =>
    Math.hypot((to.x - from.x) * page.widthPx, (to.y - from.y) * page.heightPx);
  return Math.max(width / points(topLeft, topRight), height / points(topLeft, bottomLeft));
}
