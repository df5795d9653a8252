import { leastVotes, seenFor, type EdgeLine } from '../paper/edge-lines';
import { INK_CONTRAST, MOST_POINTS, reachOf, turnOf } from '../paper/ink';
import { levels, LEVELS } from '../paper/levels';
import { sidesOf } from '../paper/side-distance';
import { knotsOf } from './kernels';
import type { Boundaries, PaperKernels } from './paper-kernels';
import { plainPaperKernels } from './plain/plain-paper-kernels';

/** What the compiled kernels export of these. */
export interface PaperExports {
  edgeLinesRoom(width: number, height: number): number;
  edgeLinesBytes(height: number): number;
  edgeLines(
    source: number,
    width: number,
    height: number,
    step: number,
    stride: number,
    levels: number,
    least: number,
    room: number,
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

/** Runs a call of a kernel in its memory; `null` where there is no room. See `wasmKernels`. */
export type Run = (
  inputs: readonly ArrayBufferView[],
  makes: number,
  rooms: readonly number[],
  call: (inputs: readonly number[], made: number, rooms: readonly number[]) => void,
) => Uint8Array | null;

/** Lines as the kernel tells them, of one sign. */
function linesAt({ buffer, byteOffset }: Uint8Array, at: number, height: number): EdgeLine[] {
  const start = byteOffset + at;
  const count = new Int32Array(buffer, start, 1)[0] ?? 0;
  const bytes = LINE + Math.ceil((2 * (height + 1)) / 8) * 8;
  return Array.from({ length: count }, (_, i) => {
    const line = start + COUNT + i * bytes;
    const [at = 0, slope = 0] = new Float64Array(buffer, line, 2);
    return { at, slope, seen: new Int16Array(buffer, line + LINE, height + 1) };
  });
}

/** Bytes before a line's rows. */
const LINE = 16;

/** Bytes before the lines, or points, of which they tell how many there are. */
const COUNT = 16;

const numbersOf = (boundaries: Boundaries): Float64Array => {
  const { perColumn, weight, place, placeByPerColumn, placeByWeight, weightPerColumn } = boundaries;
  return Float64Array.of(...perColumn, ...weight, ...place, placeByPerColumn, placeByWeight, weightPerColumn);
};

/** These kernels in WebAssembly. */
export const wasmPaperKernels = (calls: () => PaperExports, run: Run): PaperKernels => ({
  edgeLines(picture, direction) {
    const { pixels, width, height, step, stride } = seenFor(picture, direction);
    const ofSign = calls().edgeLinesBytes(height);
    const rooms = [calls().edgeLinesRoom(width, height)];
    const made = run([pixels, levels], 2 * ofSign, rooms, ([from = 0, table = 0], to, [room = 0]) =>
      calls().edgeLines(from, width, height, step, stride, table, leastVotes(height), room, to),
    );
    return made === null
      ? plainPaperKernels.edgeLines(picture, direction)
      : { rising: linesAt(made, 0, height), falling: linesAt(made, ofSign, height) };
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
