import { blankBitmap, type FaxBitmap } from '../bitmap';
import { BitReader } from './bit-reader';
import { changesBuffer } from './changes';
import { endOfLine } from './codes';
import { decodeTables } from './decode-tables';
import { paintLine, takeLine } from './line-decoder';
import { T6DamagedError } from './t6-damaged-error';

function takeEnd(bits: BitReader): void {
  for (let i = 0; i < 2; i++) {
    if (bits.takeBits(endOfLine.length) !== endOfLine.bits) {
      throw new T6DamagedError('The page does not end in an end-of-facsimile-block.');
    }
  }
}

/** Decodes so many T.6 lines, the first against an imaginary white one. */
export function takeLines(bits: BitReader, widthPels: number, scanLines: number): FaxBitmap {
  const tables = decodeTables();
  const bitmap = blankBitmap(widthPels, scanLines);
  let above = changesBuffer(widthPels);
  let current = changesBuffer(widthPels);
  for (let y = 0; y < scanLines; y++) {
    const count = takeLine(bits, tables, current, above, widthPels);
    paintLine(bitmap, y, current, count);
    [above, current] = [current, above];
  }
  return bitmap;
}

/**
 * Decodes a T.6 (Group 4) page of known size.
 * @throws T6DamagedError where the bytes are no such page: a code that does not exist, a run beyond the line, bytes that end early
 */
export function decodeT6(bytes: Uint8Array, widthPels: number, scanLines: number): FaxBitmap {
  const bits = new BitReader(bytes);
  const bitmap = takeLines(bits, widthPels, scanLines);
  takeEnd(bits);
  return bitmap;
}
