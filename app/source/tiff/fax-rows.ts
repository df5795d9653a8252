import { blankBitmap, type FaxBitmap } from '../../fax/bitmap';
import { BitReader } from '../../fax/t6/bit-reader';
import { changesBuffer } from '../../fax/t6/changes';
import { takeLines } from '../../fax/t6/decode';
import { decodeTables } from '../../fax/t6/decode-tables';
import { paintLine, takeLine, takeRuns } from '../../fax/t6/line-decoder';
import { T6DamagedError } from '../../fax/t6/t6-damaged-error';

/** No code begins with so many zeros: they are fill, and the one after them ends an end-of-line (T.4 §4.1.2, §4.1.3). */
const ZEROS_OF_EOL = 11;

/** A received page may have suffered on the line; with a larger part of its lines bad it is no page any more. */
const MOST_BAD_LINES = 0.1;

/** T.6 rows of a strip, which need not end in an end-of-facsimile-block. */
export const decodeT6Rows = (bytes: Uint8Array, width: number, rows: number): FaxBitmap =>
  takeLines(new BitReader(bytes), width, rows);

/** Rows of run lengths, each from a whole byte on (TIFF 6.0 §10, compression 2). */
export function decodeHuffmanRows(bytes: Uint8Array, width: number, rows: number): FaxBitmap {
  const bits = new BitReader(bytes);
  const tables = decodeTables();
  const bitmap = blankBitmap(width, rows);
  const changes = changesBuffer(width);
  for (let y = 0; y < rows; y++) {
    bits.skipToByte();
    paintLine(bitmap, y, changes, takeRuns(bits, tables, changes, width));
  }
  return bitmap;
}

/** Takes fill and one end-of-line, if they are next. */
function takeEndOfLine(bits: BitReader): boolean {
  if (bits.isAtEnd || bits.peekBits(ZEROS_OF_EOL) !== 0) return false;
  bits.takeBits(ZEROS_OF_EOL);
  while (bits.takeBits(1) === 0);
  return true;
}

/** Goes to the next end-of-line; whether there is one. */
function findEndOfLine(bits: BitReader): boolean {
  while (!bits.isAtEnd) {
    if (bits.peekBits(ZEROS_OF_EOL) === 0) return true;
    bits.takeBits(1);
  }
  return false;
}

/**
 * T.4 (Group 3) rows, one- or two-dimensional. A bad line shows the line above again, as fax machines do (T.4 leaves it to them).
 * @throws T6DamagedError where too many lines are bad or missing
 */
export function decodeT4Rows(bytes: Uint8Array, width: number, rows: number, twoDimensional: boolean): FaxBitmap {
  const bits = new BitReader(bytes);
  const tables = decodeTables();
  const bitmap = blankBitmap(width, rows);
  let above = changesBuffer(width);
  let current = changesBuffer(width);
  let count = 0;
  let bad = 0;
  for (let y = 0; y < rows; y++) {
    try {
      const marked = takeEndOfLine(bits);
      const alone = !twoDimensional || (marked && bits.takeBits(1) === 1);
      if (marked && bits.peekBits(ZEROS_OF_EOL) === 0) throw new T6DamagedError('The page ends early.');
      count = alone ? takeRuns(bits, tables, current, width) : takeLine(bits, tables, current, above, width);
      [above, current] = [current, above];
    } catch (error) {
      if (!(error instanceof T6DamagedError)) throw error;
      if (++bad > rows * MOST_BAD_LINES) throw error;
      findEndOfLine(bits);
    }
    paintLine(bitmap, y, above, count);
  }
  return bitmap;
}
