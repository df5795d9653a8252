import { turnCorners } from './paper/corners';
import type { Placement } from './placement';

/** A rectangle on an upright page, in parts of the page's width and height. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where what lies in a frame of a page lands, when the page lands at `page`. */
export function placeInFrame(page: Placement, { left, top, right, bottom }: Frame): Placement {
  const [from, , to] = turnCorners(
    [
      { x: left, y: top },
      { x: right, y: top },
      { x: right, y: bottom },
      { x: left, y: bottom },
    ],
    page.turn,
  );
  const firstPel = Math.min(Math.floor(from.x * page.widthPels), page.widthPels - 1);
  const firstLine = Math.min(Math.floor(from.y * page.scanLines), page.scanLines - 1);
  return {
    turn: page.turn,
    left: page.left + firstPel,
    top: page.top + firstLine,
    widthPels: Math.max(Math.ceil(to.x * page.widthPels) - firstPel, 1),
    scanLines: Math.max(Math.ceil(to.y * page.scanLines) - firstLine, 1),
  };
}
