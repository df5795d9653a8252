import { leastVotes } from '../paper/edge-lines';
import { directionOf, PLACES } from '../paper/edge-offsets';
import { INK_CONTRAST, MOST_POINTS, reachOf, turnOf } from '../paper/ink';
import { levels, LEVELS } from '../paper/levels';
import { sideOf } from '../paper/quad';
import type { Candidate } from '../paper/sides';
import { sidesOf } from '../paper/side-distance';
import { knotsOf } from './kernels';
import type { Boundaries, PaperKernels } from './paper-kernels';
import { plainPaperKernels } from './plain/plain-paper-kernels';
import type { Run } from './run';

/** What the compiled kernels export of these. */
export interface PaperExports {
  bestSidesRoom(width: number, height: number): number;
  bestSidesBytes(): number;
  bestSides(
    source: number,
    width: number,
    height: number,
    levels: number,
    leastDown: number,
    leastAcross: number,
    room: number,
    target: number,
  ): void;
  margins(
    picture: number,
    closed: number,
    width: number,
    height: number,
    table: number,
    sides: number,
    levels: number,
    target: number,
  ): void;
  edgeOffsets(
    source: number,
    width: number,
    height: number,
    side: number,
    sign: number,
    reach: number,
    profile: number,
    target: number,
  ): void;
  lookAroundRoom(width: number, height: number, mostLevel: number): number;
  lookAround(
    image: number,
    closed: number,
    opened: number,
    width: number,
    height: number,
    sides: number,
    levels: number,
    room: number,
    target: number,
  ): void;
  inkOf(source: number, width: number, height: number, contrast: number, most: number, target: number): void;
  distinctness(
    xs: number,
    ys: number,
    points: number,
    reach: number,
    turns: number,
    count: number,
    rows: number,
    target: number,
  ): void;
  sweepBy(boundaries: number, columns: number, rows: number, target: number): void;
}

/** Bytes before candidates, or points, of which they tell how many there are. */
const COUNT = 16;

/** Numbers of a candidate. */
const CANDIDATE = 12;

/** Candidates as the kernel tells them. */
function candidatesAt({ buffer }: Uint8Array, at: number, lighter: boolean): Candidate[] {
  const [count = 0] = new Int32Array(buffer, at, 1);
  return Array.from({ length: count }, (_, i) => {
    const numbers = new Float64Array(buffer, at + COUNT + 8 * CANDIDATE * i, CANDIDATE);
    const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0, support = 0, worst = 0, score = 0] = numbers;
    const quad = [
      { x: ax, y: ay },
      { x: bx, y: by },
      { x: cx, y: cy },
      { x: dx, y: dy },
    ] as const;
    const bits = numbers[11] ?? 0;
    const borders = { left: (bits & 1) > 0, right: (bits & 2) > 0, top: (bits & 4) > 0, bottom: (bits & 8) > 0 };
    return { lighter, quad, borders, support, worst, score };
  });
}

const numbersOf = (boundaries: Boundaries): Float64Array => {
  const { perColumn, weight, place, placeByPerColumn, placeByWeight, weightPerColumn } = boundaries;
  return Float64Array.of(...perColumn, ...weight, ...place, placeByPerColumn, placeByWeight, weightPerColumn);
};

/** These kernels in WebAssembly. */
export const wasmPaperKernels = (calls: () => PaperExports, run: Run): PaperKernels => ({
  bestSides(picture) {
    const { width, height, pixels } = picture;
    const makes = calls().bestSidesBytes();
    const rooms = [calls().bestSidesRoom(width, height)];
    const made = run([pixels, levels], makes, rooms, ([from = 0, table = 0], to, [room = 0]) =>
      calls().bestSides(from, width, height, table, leastVotes(height), leastVotes(width), room, to),
    );
    if (made === null) return plainPaperKernels.bestSides(picture);
    const darker = made.byteOffset + makes / 2;
    return { lighter: candidatesAt(made, made.byteOffset, true), darker: candidatesAt(made, darker, false) };
  },

  margins(picture, closed, quad, depths) {
    const table = depths.flatMap((depth, i) => {
      const [from, to] = sideOf(quad, i);
      const [x, y] = [to.x - from.x, to.y - from.y];
      return [from.x, from.y, x, y, Math.hypot(x, y), depth];
    });
    const made = run(
      [picture.pixels, closed.pixels, Float64Array.from(table), levels],
      16 * depths.length,
      [],
      ([image = 0, without = 0, by = 0, brightness = 0], to) =>
        calls().margins(image, without, picture.width, picture.height, by, depths.length, brightness, to),
    );
    if (made === null) return plainPaperKernels.margins(picture, closed, quad, depths);
    const parts = new Float64Array(made.buffer, made.byteOffset, 2 * depths.length);
    return depths.map((_, i) => ({ printed: parts[2 * i] ?? 0, desk: parts[2 * i + 1] ?? 0 }));
  },

  edgeOffsets(picture, from, to, sign, reach) {
    const { pixels, width, height } = picture;
    const along = directionOf(from, to);
    const side = Float64Array.of(from.x, from.y, to.x - from.x, to.y - from.y, along.x, along.y);
    const made = run([pixels, side], 8 * PLACES, [8 * (2 * reach + 1)], ([at = 0, by = 0], into, [profile = 0]) =>
      calls().edgeOffsets(at, width, height, by, sign, reach, profile, into),
    );
    return made === null
      ? plainPaperKernels.edgeOffsets(picture, from, to, sign, reach)
      : new Float64Array(made.buffer, made.byteOffset, PLACES);
  },

  lookAround(picture, closed, opened, quad) {
    const { width, height } = picture;
    const sides = Float64Array.from(sidesOf(quad).flatMap(({ perX, perY, origin }) => [perX, perY, origin]));
    const made = run(
      [picture.pixels, closed.pixels, opened.pixels, sides, levels],
      8 * 6,
      [calls().lookAroundRoom(width, height, LEVELS - 1)],
      ([image = 0, without = 0, light = 0, by = 0, table = 0], to, [room = 0]) =>
        calls().lookAround(image, without, light, width, height, by, table, room, to),
    );
    if (made === null) return plainPaperKernels.lookAround(picture, closed, opened, quad);
    const numbers = new Float64Array(made.buffer, made.byteOffset, 6);
    const [contrast = 0, likePaper = 0, detailed = 0, leastDetailed = 0, printed = 0, rough = 0] = numbers;
    return { contrast, likePaper, detailed, leastDetailed, printed, rough };
  },

  inkOf(picture) {
    const { width, height, pixels } = picture;
    const made = run([pixels], COUNT + 16 * MOST_POINTS, [], ([from = 0], to) =>
      calls().inkOf(from, width, height, INK_CONTRAST, MOST_POINTS, to),
    );
    if (made === null) return plainPaperKernels.inkOf(picture);
    const [count = 0] = new Int32Array(made.buffer, made.byteOffset, 1);
    const from = made.byteOffset + COUNT;
    const xs = new Float64Array(made.buffer, from, count);
    return { xs, ys: new Float64Array(made.buffer, from + 8 * MOST_POINTS, count), reach: reachOf(picture) };
  },

  distinctness(ink, degrees) {
    const { xs, ys, reach } = ink;
    const turns = Float64Array.from(degrees.flatMap(turnOf));
    const made = run([xs, ys, turns], 8 * degrees.length, [8 * reach], ([x = 0, y = 0, by = 0], to, [rows = 0]) =>
      calls().distinctness(x, y, xs.length, reach, by, degrees.length, rows, to),
    );
    return made === null
      ? plainPaperKernels.distinctness(ink, degrees)
      : new Float64Array(made.buffer, made.byteOffset, degrees.length);
  },

  sweepBy(boundaries, columns, rows) {
    const count = (rows + 1) * knotsOf(columns);
    const made = run([numbersOf(boundaries)], 4 * count, [], ([numbers = 0], to) =>
      calls().sweepBy(numbers, columns, rows, to),
    );
    return made === null
      ? plainPaperKernels.sweepBy(boundaries, columns, rows)
      : { columns, rows, positions: new Int32Array(made.buffer, made.byteOffset, count) };
  },
});
