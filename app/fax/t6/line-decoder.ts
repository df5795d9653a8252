import { paintRun, rowBytes, type FaxBitmap } from '../bitmap';
import type { BitReader } from './bit-reader';
import { endChanges } from './changes';
import { HORIZONTAL, MODE_LOOKUP_BITS, PASS, RUN_LOOKUP_BITS, type DecodeTables } from './decode-tables';
import { T6DamagedError } from './t6-damaged-error';

/** One run: make-up codes until a terminating one. */
function takeRun(bits: BitReader, tables: DecodeTables, black: boolean, longest: number): number {
  const table = black ? tables.black : tables.white;
  let run = 0;
  for (;;) {
    const part = bits.take(table, RUN_LOOKUP_BITS);
    run += part;
    if (run > longest) throw new T6DamagedError(`A run passes the line's end by ${run - longest} pels.`);
    if (part < 64) return run;
  }
}

/** A line under way: the changing elements found so far. A run of no length is no change at all. */
class Line {
  count = 0;
  constructor(readonly changes: Int32Array) {}

  add(position: number): void {
    if (this.count > 0 && this.changes[this.count - 1] === position) this.count--;
    else this.changes[this.count++] = position;
  }
}

/**
 * Decodes one line against the line above, both as changing elements (T.6 §2.2), into `changes`.
 * @returns how many changes there are
 */
export function takeLine(
  bits: BitReader,
  tables: DecodeTables,
  changes: Int32Array,
  above: Int32Array,
  widthPels: number,
): number {
  const line = new Line(changes);
  let a0 = -1;
  let black = false;
  let b = 0;
  while (a0 < widthPels) {
    while ((above[b] ?? widthPels) <= a0 && (above[b] ?? widthPels) < widthPels) b += 2;
    const mode = bits.take(tables.mode, MODE_LOOKUP_BITS);
    if (mode === PASS) {
      a0 = above[b + 1] ?? widthPels;
      b += 2;
    } else if (mode === HORIZONTAL) {
      const start = Math.max(a0, 0);
      const a1 = start + takeRun(bits, tables, black, widthPels - start);
      a0 = a1 + takeRun(bits, tables, !black, widthPels - a1);
      line.add(a1);
      line.add(a0);
    } else {
      const a1 = (above[b] ?? widthPels) + mode - 3;
      if (a1 < Math.max(a0, 0) || a1 > widthPels)
        throw new T6DamagedError(`A change stands at ${a1}, outside its line.`);
      a0 = a1;
      line.add(a0);
      black = !black;
      b = b > 0 ? b - 1 : b + 1;
    }
  }
  return endChanges(changes, line.count, widthPels);
}

/** Decodes one line of runs, white first (T.4 §4.1.1), like `takeLine`. */
export function takeRuns(bits: BitReader, tables: DecodeTables, changes: Int32Array, widthPels: number): number {
  const line = new Line(changes);
  let at = 0;
  for (let black = false; at < widthPels; black = !black) {
    at += takeRun(bits, tables, black, widthPels - at);
    line.add(at);
  }
  return endChanges(changes, line.count, widthPels);
}

/** Blackens a row of a bitmap between its changing elements. */
export function paintLine(bitmap: FaxBitmap, y: number, changes: Int32Array, count: number): void {
  const rowStart = y * rowBytes(bitmap.widthPels);
  for (let i = 0; i < count; i += 2) {
    paintRun(bitmap.rows, rowStart, changes[i] ?? bitmap.widthPels, changes[i + 1] ?? bitmap.widthPels);
  }
}
