import type { Corners } from '../../app/fax/paper/corners';
import { isConvex, type Point } from '../../app/fax/paper/quad';

export type CornerIndex = 0 | 1 | 2 | 3;

/** One press of an arrow key, as part of the picture; ten times with Shift. */
const STEP = 0.002;

const within = (value: number): number => Math.min(Math.max(value, 0), 1);

/** The corners with one put elsewhere, within the picture; the same ones where that would fold the page. */
export function moveCorner(corners: Corners, index: CornerIndex, to: Point): Corners {
  const moved = corners.map((corner, i) => (i === index ? { x: within(to.x), y: within(to.y) } : corner));
  const quad = moved as unknown as Corners;
  return isConvex(quad) ? quad : corners;
}

const directions: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The corners after a key was pressed on one of them; `null` where the key moves nothing. */
export function nudgeCorner(corners: Corners, index: CornerIndex, key: string, far: boolean): Corners | null {
  const direction = directions[key];
  if (direction === undefined) return null;
  const step = far ? 10 * STEP : STEP;
  const { x, y } = corners[index];
  return moveCorner(corners, index, { x: x + direction.x * step, y: y + direction.y * step });
}
