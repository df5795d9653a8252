import type { Quad } from './quad';

/** Signed distance to a side: positive inside. */
export interface SideDistance {
  readonly perX: number;
  readonly perY: number;
  readonly origin: number;
}

/** The sides of a quad, in the order of their first corners. */
export const sidesOf = (quad: Quad): SideDistance[] =>
  quad.map((a, i) => {
    const b = quad[((i + 1) % 4) as 0 | 1 | 2 | 3];
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    const [across, down] = [(b.x - a.x) / length, (b.y - a.y) / length];
    return { perX: -down, perY: across, origin: down * a.x - across * a.y };
  });

/** How far a point lies inside a side; negative: outside. */
export const depthOf = (side: SideDistance, x: number, y: number): number =>
  side.perX * x + side.perY * y + side.origin;

/** Which side a point lies least inside of. */
export function nearestSide(sides: readonly SideDistance[], x: number, y: number): number {
  let least = Infinity;
  let nearest = 0;
  for (let i = 0; i < sides.length; i++) {
    const side = sides[i];
    if (side === undefined) continue;
    const deep = depthOf(side, x, y);
    if (deep >= least) continue;
    least = deep;
    nearest = i;
  }
  return nearest;
}
