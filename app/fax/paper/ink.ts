import type { GreyImage } from '../grey';

/** A pixel this much darker than the one two above it (of 255) is the upper edge of ink. */
export const INK_CONTRAST = 50;

/** More points than this tell no more. */
export const MOST_POINTS = 24_000;

/** Upper edges of ink as points around a picture's middle, none farther from it than `reach`. */
export interface Ink {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly reach: number;
}

/** No point of a picture is farther from its middle. */
export const reachOf = ({ width, height }: GreyImage): number => Math.ceil(Math.hypot(width, height) / 2) + 1;

/** Writes where the upper edges of dark things are into `list`, as far as there is room: one for each stroke, so that large black areas count little. @returns how many there are */
function edgesInto({ width, pixels }: GreyImage, list: Int32Array): number {
  let count = 0;
  for (let at = 2 * width, above = 0; at < pixels.length; at++, above++) {
    if ((pixels[above] ?? 0) - (pixels[at] ?? 0) < INK_CONTRAST) continue;
    if (count < list.length) list[count] = at;
    count++;
  }
  return count;
}

/** See `PaperKernels.inkOf`. */
export function inkOf(picture: GreyImage): Ink {
  const { width, height } = picture;
  const edges = new Int32Array(edgesInto(picture, new Int32Array()));
  edgesInto(picture, edges);
  const every = Math.max(1, Math.ceil(edges.length / MOST_POINTS));
  const count = Math.ceil(edges.length / every);
  const xs = new Float64Array(count);
  const ys = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const at = edges[i * every] ?? 0;
    const y = Math.trunc(at / width);
    xs[i] = at - y * width - width / 2;
    ys[i] = y - height / 2;
  }
  return { xs, ys, reach: reachOf(picture) };
}

/** Sine and cosine of an angle in degrees. */
export const turnOf = (degrees: number): readonly [sine: number, cosine: number] => [
  Math.sin((degrees * Math.PI) / 180),
  Math.cos((degrees * Math.PI) / 180),
];

function distinctnessAt({ xs, ys, reach }: Ink, degrees: number): number {
  const [sine, cosine] = turnOf(degrees);
  const rows = new Uint32Array(2 * reach);
  for (let i = 0; i < xs.length; i++) {
    const row = ((ys[i] ?? 0) * cosine - (xs[i] ?? 0) * sine + reach) | 0;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 0; row < rows.length; row++) sum += (rows[row] ?? 0) ** 2;
  return sum;
}

/** See `PaperKernels.distinctness`. */
export const distinctness = (ink: Ink, degrees: readonly number[]): Float64Array =>
  Float64Array.from(degrees, (each) => distinctnessAt(ink, each));
