import { isBlack, rowBytes, type FaxBitmap } from '../../bitmap';
import type { Specks } from '../bitmap-kernels';

interface Speck {
  readonly x: number;
  readonly y: number;
}

class Pels {
  readonly #stride: number;
  constructor(readonly bitmap: FaxBitmap) {
    this.#stride = rowBytes(bitmap.widthPels);
  }

  isBlack(x: number, y: number): boolean {
    const { widthPels, scanLines, rows } = this.bitmap;
    if (x < 0 || y < 0 || x >= widthPels || y >= scanLines) return false;
    return isBlack(rows, y * this.#stride, x);
  }

  /** How many pels are black in a rectangle, counted no further than `enough`. */
  count(left: number, top: number, right: number, bottom: number, enough: number): number {
    let count = 0;
    for (let y = top; y <= bottom; y++) {
      for (let x = left; x <= right; x++) if (this.isBlack(x, y) && ++count >= enough) return count;
    }
    return count;
  }
}

/** The pels of a byte that have no black beside or above them: where shapes begin. */
function beginnings(rows: Uint8Array, at: number, stride: number, column: number): number {
  const here = rows[at] ?? 0;
  const before = column > 0 ? (rows[at - 1] ?? 0) : 0;
  const above = rows[at - stride] ?? 0;
  const aboveBefore = column > 0 ? (rows[at - stride - 1] ?? 0) : 0;
  const aboveAfter = column < stride - 1 ? (rows[at - stride + 1] ?? 0) : 0;
  const left = (here >> 1) | (before << 7);
  const covered = above | (above >> 1) | (aboveBefore << 7) | (above << 1) | (aboveAfter >> 7);
  return here & ~left & ~covered & 0xff;
}

/** Whether the shape that begins at x, y is no larger than a speck: nothing in the ring around the pels it may have. */
const isSmall = (pels: Pels, x: number, y: number, largest: number): boolean =>
  pels.count(x - 2, y - 1, x + 2, y + 2, largest + 1) <= largest;

/** Four bytes at a time, for what looks for bytes that are not 0; the last bytes may be left out. */
const wordsOf = ({ buffer, byteOffset, length }: Uint8Array): Uint32Array =>
  new Uint32Array(
    byteOffset % 4 === 0 ? buffer : buffer.slice(byteOffset),
    byteOffset % 4 === 0 ? byteOffset : 0,
    length >> 2,
  );

/** All shapes small enough to be specks, left to right and downward. */
function smallShapes(pels: Pels, largest: number): Speck[] {
  const { rows, widthPels } = pels.bitmap;
  const stride = rowBytes(widthPels);
  const found: Speck[] = [];
  const words = wordsOf(rows);
  for (let at = 0; at < rows.length; at++) {
    if ((at & 3) === 0 && words[at >> 2] === 0) at += 3;
    if ((rows[at] ?? 0) === 0) continue;
    const column = at % stride;
    let starts = beginnings(rows, at, stride, column);
    for (; starts !== 0; starts &= starts - 1) {
      const x = column * 8 + (Math.clz32(starts & -starts) ^ 31 ^ 7);
      const y = (at - column) / stride;
      if (isSmall(pels, x, y, largest)) found.push({ x, y });
    }
  }
  return found;
}

/** Whether there is other print near: more black than this speck and the ones like it. */
const isAlone = (pels: Pels, { x, y }: Speck, { largest, across, down }: Specks): boolean =>
  pels.count(x - across, y - down, x + across, y + down, largest + 1) <= largest;

/** See `BitmapKernels.loneSpecks`. */
export function loneSpecks(bitmap: FaxBitmap, specks: Specks): Int32Array {
  const pels = new Pels(bitmap);
  const alone = smallShapes(pels, specks.largest).filter((speck) => isAlone(pels, speck, specks));
  return Int32Array.from(alone.flatMap(({ x, y }) => [x, y]));
}
