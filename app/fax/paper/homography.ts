import { frameQuad, type Point, type Quad } from './quad';

/** A perspective map, row by row: x' = (m0 x + m1 y + m2) / w, y' = (m3 x + m4 y + m5) / w, w = m6 x + m7 y + m8. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];

/** The map of the unit square's corners onto a quad's (P. Heckbert, "Fundamentals of Texture Mapping", 1989, §2.2.3). */
function ofUnitSquare([a, b, c, d]: Quad): Homography {
  const [dx1, dx2, sx] = [b.x - c.x, d.x - c.x, a.x - b.x + c.x - d.x];
  const [dy1, dy2, sy] = [b.y - c.y, d.y - c.y, a.y - b.y + c.y - d.y];
  const determinant = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / determinant;
  const h = (dx1 * sy - sx * dy1) / determinant;
  return [b.x - a.x + g * b.x, d.x - a.x + h * d.x, a.x, b.y - a.y + g * b.y, d.y - a.y + h * d.y, a.y, g, h, 1];
}

/** The map of a `width` × `height` rectangle onto a quad. */
export function rectangleOnto(quad: Quad, width: number, height: number): Homography {
  const [a, b, c, d, e, f, g, h, i] = ofUnitSquare(quad);
  return [a / width, b / height, c, d / width, e / height, f, g / width, h / height, i];
}

/** The map back. */
export function inverse([a, b, c, d, e, f, g, h, i]: Homography): Homography {
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
}

export function apply([a, b, c, d, e, f, g, h, i]: Homography, { x, y }: Point): Point {
  const w = g * x + h * y + i;
  return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w };
}

/** Whether a quad is the whole picture, so that there is nothing to square up. */
export const isFrame = (quad: Quad, width: number, height: number): boolean =>
  frameQuad(width, height).every(({ x, y }, i) => {
    const corner = quad[i as 0 | 1 | 2 | 3];
    return Math.abs(corner.x - x) < 0.5 && Math.abs(corner.y - y) < 0.5;
  });
