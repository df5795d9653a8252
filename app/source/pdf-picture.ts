/*
 * Scans in PDFs: pages that show nothing but one picture (ISO 32000-1 §8.9).
 */

/** A point of a page as it is shown: 0, 0 is its upper left corner, 1, 1 its lower right one. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Scanners say the size of a page in points, and cut or round it: so much of a page's width or height may be bare, or beyond it. */
const TOLERANCE = 0.01;

/** The end of a page's width or height at which something is. */
const endAt = (value: number): 0 | 1 | null =>
  Math.abs(value) <= TOLERANCE ? 0 : Math.abs(value - 1) <= TOLERANCE ? 1 : null;

/** A page's corner, named by its x and y; no name of one where it is none. */
const cornerAt = ({ x, y }: Spot): string => `${endAt(x) ?? '-'}${endAt(y) ?? '-'}`;

/** By the corners of the page at which a picture's upper left, upper right and lower left corners lie. */
const orientations: Readonly<Record<string, number>> = {
  '00 10 01': 1,
  '10 00 11': 2,
  '11 01 10': 3,
  '01 11 00': 4,
  '00 01 10': 5,
  '10 11 00': 6,
  '11 10 01': 7,
  '01 00 11': 8,
};

/** How a picture that covers a page stands on it, as an EXIF orientation; `null` where it doesn't cover just the page. */
export const orientationOnPage = (topLeft: Spot, topRight: Spot, bottomLeft: Spot): number | null =>
  orientations[[topLeft, topRight, bottomLeft].map(cornerAt).join(' ')] ?? null;

/** The end at which, or beyond which, something is. */
const endPast = (value: number): 0 | 1 | null => endAt(Math.min(Math.max(value, 0), 1));

/** Whether an outline of straight lines has a whole page within: a rectangle, as clips are. */
export function isAroundPage(outline: readonly Spot[]): boolean {
  const ends = outline.map(({ x, y }) => [endPast(x), endPast(y)]);
  const isOutside = ends.every(([across, down]) => across !== null && down !== null);
  const isStraight = ends.every(([x, y], i) => i === 0 || x === ends[i - 1]?.[0] || y === ends[i - 1]?.[1]);
  return isOutside && isStraight && new Set(ends.map(String)).size === 4;
}

/** What a picture's dictionary says of how it looks. */
export interface PictureChanges {
  /** It may not be seen, or only in parts: it has a mask, or is in a layer. */
  readonly hides: boolean;
  /** It may look unlike what its stream alone says. */
  readonly recolours: boolean;
}

/** `SMask`, `Mask` and `OC` (ISO 32000-1 Table 89). */
const hiding = /\/(?:S?Mask|OC)(?![A-Za-z])/;

/** `Decode`, but for what it is without (Table 90), and `ColorTransform`, but for 1 (Table 13), or where it can't be seen. */
const recolouring =
  /\/(?:Decode\s*(?:\d|\[(?!(?:\s*0(?:\.0*)?\s+1(?:\.0*)?)+\s*\]))|ColorTransform\s+(?!1\b)|DecodeParms[\s[]*\d)/;

export const pictureChanges = (dictionary: string): PictureChanges => ({
  hides: hiding.test(dictionary),
  recolours: recolouring.test(dictionary),
});
