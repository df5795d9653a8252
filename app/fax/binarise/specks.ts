import { rowBytes, type FaxBitmap } from '../bitmap';
import type { Resolution } from '../profile';

/** The largest speck, in pels. A full stop of 6-point print is larger at fine. */
const LARGEST = { fine: 2, standard: 1 } as const;

/** A speck has nothing else this near, in pels across (3 mm) and as far down: print keeps its dots. */
const AWAY_PELS = 24;

/** As many specks in one row or column as make a dotted line. */
const DOTTED = 3;
/** Dots of a dotted line are at most this far apart, in pels. */
const DOTTED_REACH = 72;

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
    return (((rows[y * this.#stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1;
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
function isAlone(pels: Pels, { x, y }: Speck, away: number, lines: number, largest: number): boolean {
  return pels.count(x - away, y - lines, x + away, y + lines, largest + 1) <= largest;
}

const isDotted = (speck: Speck, others: readonly Speck[]): boolean => {
  const near = others.filter(({ x, y }) => Math.abs(x - speck.x) + Math.abs(y - speck.y) <= DOTTED_REACH);
  const across = near.filter(({ y }) => Math.abs(y - speck.y) <= 1).length;
  const down = near.filter(({ x }) => Math.abs(x - speck.x) <= 1).length;
  return Math.max(across, down) >= DOTTED;
};

/** Removes isolated specks of one or two pels. Dots of letters, full stops and dotted lines have other print near and stay. */
export function cleanSpecks(bitmap: FaxBitmap, resolution: Resolution): FaxBitmap {
  const pels = new Pels(bitmap);
  const largest = LARGEST[resolution];
  const lines = resolution === 'fine' ? AWAY_PELS : AWAY_PELS / 2;
  const alone = smallShapes(pels, largest).filter((speck) => isAlone(pels, speck, AWAY_PELS, lines, largest));
  const specks = alone.filter((speck) => !isDotted(speck, alone));
  if (specks.length === 0) return bitmap;
  const rows = bitmap.rows.slice();
  for (const { x, y } of specks) whiten(rows, bitmap, x, y);
  return { ...bitmap, rows };
}

/** Whitens the speck that begins at x, y. */
function whiten(rows: Uint8Array, { widthPels, scanLines }: FaxBitmap, x: number, y: number): void {
  const stride = rowBytes(widthPels);
  for (let row = y; row <= Math.min(y + 1, scanLines - 1); row++) {
    for (let column = Math.max(x - 1, 0); column <= Math.min(x + 1, widthPels - 1); column++) {
      const at = row * stride + (column >> 3);
      rows[at] = (rows[at] ?? 0) & ~(0x80 >> (column & 7));
    }
  }
}
