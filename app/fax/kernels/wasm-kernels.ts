import { rowBytes } from '../bitmap';
import { blackRuns, endOfLine, modes, whiteRuns } from '../t6/codes';
import { Arena, type GrowingMemory } from './arena';
import { type Kernels, KNOT_COLUMNS } from './kernels';
import { type JpegScan, partCount } from './jpeg-scan';
import { rawSize } from './png-pixels';
import { FEEDBACK } from './plain/diffuse';
import { plainKernels } from './plain/plain-kernels';
import type { Run } from './run';
import { type BitmapExports, wasmBitmapKernels } from './wasm-bitmap-kernels';
import { type CellExports, wasmCellKernels } from './wasm-cell-kernels';
import { type PaperExports, wasmPaperKernels } from './wasm-paper-kernels';

/** What the compiled kernels export; addresses and sizes are in bytes. */
export interface KernelExports extends PaperExports, BitmapExports, CellExports {
  readonly memory: GrowingMemory;
  readonly heapBase: { readonly value: number };
  sweep(
    source: number,
    stride: number,
    height: number,
    columns: number,
    down: number,
    rows: number,
    across: number,
    acrossRows: number,
    transposed: number,
    strip: number,
    turned: number,
    target: number,
  ): void;
  fold(
    source: number,
    width: number,
    height: number,
    radius: number,
    darkest: number,
    padded: number,
    folded: number,
    target: number,
  ): void;
  means(source: number, width: number, height: number, lines: number, target: number): void;
  normalise(
    source: number,
    width: number,
    height: number,
    paper: number,
    lines: number,
    factors: number,
    target: number,
  ): void;
  coarse(
    source: number,
    width: number,
    height: number,
    scale: number,
    samples: number,
    columns: number,
    rows: number,
    sums: number,
    target: number,
  ): void;
  histogram(source: number, width: number, height: number, everyRow: number, counts: number): void;
  threshold(source: number, width: number, height: number, level: number, target: number): void;
  diffuse(
    source: number,
    width: number,
    height: number,
    tone: number,
    feedback: number,
    room: number,
    target: number,
  ): void;
  encodeT6(
    rows: number,
    width: number,
    lines: number,
    table: number,
    changes: number,
    target: number,
    room: number,
  ): number;
  luma(colours: number, count: number, first: number, second: number, third: number, target: number): void;
  rgba(grey: number, count: number, target: number): void;
  jpegLuma(
    source: number,
    length: number,
    width: number,
    height: number,
    across: number,
    down: number,
    isColour: number,
    restartUnits: number,
    steps: number,
    dc0: number,
    ac0: number,
    dc1: number,
    ac1: number,
    dc2: number,
    ac2: number,
    room: number,
    target: number,
  ): number;
  readonly inflateRoom: { readonly value: number };
  pngGrey(
    source: number,
    length: number,
    width: number,
    height: number,
    channels: number,
    depth: number,
    greys: number,
    raw: number,
    tables: number,
    target: number,
  ): number;
}

/** Besides the picture and one of its size: a page in grey, three times, and all that is smaller. */
const A_PAGE_BYTES = 20_000_000;

/** Memory beyond this is not asked for: larger pictures are made without WebAssembly. */
const MOST_BYTES = 192_000_000;

/** A memory that grew past this is given back when a smaller page comes. */
const KEPT_BYTES = 64_000_000;

const STRIP_ROWS = 16;

/** Rows that are swept down before they are swept across. */
const BAND_ROWS = 128;

/** Sums of so many bytes fit two bytes. */
const MOST_SAMPLES = 256;

/** A page that takes more than so many times its pels in T.6 is coded elsewhere. */
const T6_ROOM = 4;

/** Where the coded data of a JPEG lie in the room that its decoder needs besides the picture: behind its tables, and so far that it can write what it makes of them before them. */
const codedAt = (scan: JpegScan): number => 16_704 + 12 * partCount(scan);

/** Of that room, what the decoder looks at and writes behind the coded data. */
const BEHIND_CODED = 4112;

/** Each as its length × 65536 + its bits: white runs, black runs, vertical modes, pass, horizontal, end-of-line. */
const t6Codes = Int32Array.from(
  [
    ...whiteRuns.terminating,
    ...whiteRuns.makeUp,
    ...blackRuns.terminating,
    ...blackRuns.makeUp,
    ...modes.vertical,
    modes.pass,
    modes.horizontal,
    endOfLine,
  ],
  ({ bits, length }) => (length << 16) | bits,
);

/** The kernels in WebAssembly. `instantiate` gives a new instance, with a memory of its own. */
export function wasmKernels(instantiate: () => KernelExports): Kernels {
  let calls = instantiate();
  let arena = new Arena(calls.memory, calls.heapBase.value);

  const begin = (bytes: number): void => {
    const wanted = Math.min(2 * bytes + A_PAGE_BYTES, MOST_BYTES);
    if (calls.memory.buffer.byteLength > Math.max(KEPT_BYTES, wanted)) {
      calls = instantiate();
      arena = new Arena(calls.memory, calls.heapBase.value);
    }
    arena.begin(wanted);
  };

  /** Where these bytes lie in the memory, copied there if they don't; `null` where there is no room. */
  const addressOf = (bytes: ArrayBufferView): number | null => {
    if (arena.holds(bytes)) return bytes.byteOffset;
    const at = arena.take(bytes.byteLength);
    if (at !== null)
      arena.bytes(at, bytes.byteLength).set(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return at;
  };

  const run: Run = (inputs, makes, rooms, call) => {
    const made = arena.take(makes);
    if (made === null) return null;
    const done = arena.borrow(() => {
      const places = [...inputs.map(addressOf), ...rooms.map((bytes) => arena.take(bytes))];
      if (!places.every((place) => place !== null)) return false;
      call(places.slice(0, inputs.length), made, places.slice(inputs.length));
      return true;
    });
    return done ? arena.bytes(made, makes) : null;
  };

  return {
    begin,
    room(bytes) {
      const at = arena.take(bytes);
      return at === null ? new Uint8Array(bytes) : arena.bytes(at, bytes);
    },
    only({ pixels }) {
      if (arena.holds(pixels)) arena.only(pixels);
    },
    holds: (bytes) => arena.holds(bytes),

    sweep(source, left, down, across, transposed) {
      const { columns, rows } = down;
      const strip = STRIP_ROWS * Math.max(Math.ceil(columns / KNOT_COLUMNS) * KNOT_COLUMNS, BAND_ROWS);
      const pixels = run(
        [source.pixels, down.positions, across.positions],
        rows * across.rows,
        [strip, columns * BAND_ROWS],
        ([from = 0, downs = 0, acrosses = 0], to, [lines = 0, turned = 0]) => {
          const { width, height } = source;
          const isTransposed = transposed ? 1 : 0;
          const second = [acrosses, across.rows, isTransposed] as const;
          calls.sweep(from + left, width, height, columns, downs, rows, ...second, lines, turned, to);
        },
      );
      if (pixels === null) return plainKernels.sweep(source, left, down, across, transposed);
      return transposed ? { width: across.rows, height: rows, pixels } : { width: rows, height: across.rows, pixels };
    },

    fold(image, radius, keep) {
      const { width, height } = image;
      const rooms = [width + 2 * radius, width * height];
      const pixels = run([image.pixels], width * height, rooms, ([from = 0], to, [padded = 0, folded = 0]) =>
        calls.fold(from, width, height, radius, keep === 'darkest' ? 1 : 0, padded, folded, to),
      );
      return pixels === null ? plainKernels.fold(image, radius, keep) : { width, height, pixels };
    },

    means(image, lines) {
      const width = Math.ceil(image.width / 4);
      const height = Math.ceil(image.height / lines);
      const pixels = run([image.pixels], width * height, [], ([from = 0], to) =>
        calls.means(from, image.width, image.height, lines, to),
      );
      return pixels === null ? plainKernels.means(image, lines) : { width, height, pixels };
    },

    normalise(page, paper, lines) {
      const { width, height } = page;
      const rooms = [paper.width * 4];
      const pixels = run(
        [page.pixels, paper.pixels],
        width * height,
        rooms,
        ([from = 0, cells = 0], to, [factors = 0]) => calls.normalise(from, width, height, cells, lines, factors, to),
      );
      return pixels === null ? plainKernels.normalise(page, paper, lines) : { width, height, pixels };
    },

    coarse(image, scale, samples) {
      const width = Math.floor(image.width / scale);
      const height = Math.floor(image.height / scale);
      if (width === 0 || height === 0 || samples > MOST_SAMPLES) return plainKernels.coarse(image, scale, samples);
      const rooms = [2 * image.width];
      const pixels = run([image.pixels], width * height, rooms, ([from = 0], to, [sums = 0]) =>
        calls.coarse(from, image.width, image.height, scale, samples, width, height, sums, to),
      );
      return pixels === null ? plainKernels.coarse(image, scale, samples) : { width, height, pixels };
    },

    ...wasmPaperKernels(() => calls, run),

    histogram(image, everyRow = 1) {
      const counts = run([image.pixels], 4096, [], ([from = 0], to) =>
        calls.histogram(from, image.width, image.height, everyRow, to),
      );
      return counts === null ? plainKernels.histogram(image, everyRow) : new Uint32Array(counts.slice(0, 1024).buffer);
    },

    threshold(image, level) {
      const { width, height } = image;
      if (level < 1 || level > 255) return plainKernels.threshold(image, level);
      const rows = run([image.pixels], rowBytes(width) * height, [], ([from = 0], to) =>
        calls.threshold(from, width, height, level, to),
      );
      return rows === null ? plainKernels.threshold(image, level) : { widthPels: width, scanLines: height, rows };
    },

    diffuse(image, tone) {
      const { width, height } = image;
      const rooms = [10 * (width + 2)];
      const made = rowBytes(width) * height;
      const rows = run([image.pixels, tone], made, rooms, ([from = 0, curve = 0], to, [room = 0]) =>
        calls.diffuse(from, width, height, curve, FEEDBACK, room, to),
      );
      return rows === null ? plainKernels.diffuse(image, tone) : { widthPels: width, scanLines: height, rows };
    },

    encodeT6(bitmap) {
      const { widthPels, scanLines, rows } = bitmap;
      const most = T6_ROOM * rows.length + 4096;
      const rooms = [8 * (widthPels + 16)];
      let length = -1;
      const made = run([rows, t6Codes], most, rooms, ([from = 0, table = 0], to, [changes = 0]) => {
        length = calls.encodeT6(from, widthPels, scanLines, table, changes, to, most);
      });
      return made === null || length < 0 ? plainKernels.encodeT6(bitmap) : made.slice(0, length);
    },

    ...wasmBitmapKernels(() => calls, run),
    ...wasmCellKernels(() => calls, run),

    luma(colours, weights, grey) {
      const [first, second, third] = weights;
      const length = arena.holds(grey) ? 0 : grey.length;
      const made = run([colours], length, [], ([from = 0], to) =>
        calls.luma(from, grey.length, first, second, third, arena.holds(grey) ? grey.byteOffset : to),
      );
      if (made === null) plainKernels.luma(colours, weights, grey);
      else if (!arena.holds(grey)) grey.set(made);
    },

    rgba(grey) {
      const colours = run([grey], grey.length * 4, [], ([from = 0], to) => calls.rgba(from, grey.length, to));
      return (colours as Uint8Array<ArrayBuffer> | null) ?? plainKernels.rgba(grey);
    },

    pngGrey(png) {
      const { width, height, channels, depth, greys, bytes } = png;
      let answer = 0;
      const pixels = run(
        [bytes, greys],
        width * height,
        [rawSize(png) + width * channels, calls.inflateRoom.value],
        ([from = 0, table = 0], to, [raw = 0, tables = 0]) => {
          answer = calls.pngGrey(from, bytes.length, width, height, channels, depth, table, raw, tables, to);
        },
      );
      return pixels !== null && answer > 0 ? { width, height, pixels } : null;
    },

    jpegLuma(scan) {
      const { width, height, bytes, steps, tables } = scan;
      let answer = 0;
      const pixels = run(
        [steps.all, ...tables.flat()],
        width * height,
        [codedAt(scan) + bytes.length + BEHIND_CODED],
        ([at = 0, dc0 = 0, ac0 = 0, dc1 = 0, ac1 = 0, dc2 = 0, ac2 = 0], to, [room = 0]) => {
          const { across, down, isColour, restartUnits } = scan;
          const size = [width, height, across, down, isColour ? 1 : 0, restartUnits] as const;
          const from = room + codedAt(scan);
          arena.bytes(from, bytes.length).set(bytes);
          answer = calls.jpegLuma(from, bytes.length, ...size, at, dc0, ac0, dc1, ac1, dc2, ac2, room, to);
        },
      );
      return pixels !== null && answer > 0 ? { width, height, pixels } : null;
    },
  };
}
