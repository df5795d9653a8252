import { expect, it } from 'vitest';
import { resampleOntoPage } from '../fax/resample';
import { pageGeometry } from '../fax/geometry';
import { mirror } from '../fax/mirror';
import { uprighting, uprightSize } from './orientation';

/** Where EXIF says the stored first row and first column are, on the upright picture. */
const firstRowAndColumn: readonly [orientation: number, row: string, column: string][] = [
  [1, 'top', 'left'],
  [2, 'top', 'right'],
  [3, 'bottom', 'right'],
  [4, 'bottom', 'left'],
  [5, 'left', 'top'],
  [6, 'right', 'top'],
  [7, 'right', 'bottom'],
  [8, 'left', 'bottom'],
];

/** The side of a square page where the darkest of a picture lies. */
function darkSide(pixels: Uint8Array, width: number): string {
  const dark = pixels.indexOf(0);
  const last = pixels.lastIndexOf(0);
  if (last - dark === 1) return dark < width ? 'top' : 'bottom';
  return dark % width === 0 ? 'left' : 'right';
}

const page = { ...pageGeometry('fine'), widthPels: 2, scanLines: 2 };

function uprightSides(orientation: number): [string, string] {
  const { mirrored, turn } = uprighting(orientation);
  const at = { turn, left: 0, top: 0, widthPels: 2, scanLines: 2 };
  return (
    [
      [0, 0, 9, 9],
      [0, 9, 0, 9],
    ] as const
  ).map((stored) => {
    const image = { width: 2, height: 2, pixels: Uint8Array.from(stored) };
    return darkSide(resampleOntoPage(mirrored ? mirror(image) : image, at, page).pixels, 2);
  }) as [string, string];
}

it.each(firstRowAndColumn)(
  'makes orientation %i upright: first row %s, first column %s',
  (orientation, row, column) => {
    expect(uprightSides(orientation)).toEqual([row, column]);
  },
);

it('swaps the sides of pictures lying on their side', () => {
  const size = { widthPx: 4, heightPx: 3 };
  expect([1, 2, 3, 4].map((orientation) => uprightSize(size, orientation))).toEqual([size, size, size, size]);
  expect(uprightSize(size, 6)).toEqual({ widthPx: 3, heightPx: 4 });
});
