import { rowBytes, type FaxBitmap } from '../bitmap';
import type { Kernels } from '../kernels/kernels';
import { plainKernels } from '../kernels/plain/plain-kernels';
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

const isDotted = (speck: Speck, others: readonly Speck[]): boolean => {
  const near = others.filter(({ x, y }) => Math.abs(x - speck.x) + Math.abs(y - speck.y) <= DOTTED_REACH);
  const across = near.filter(({ y }) => Math.abs(y - speck.y) <= 1).length;
  const down = near.filter(({ x }) => Math.abs(x - speck.x) <= 1).length;
  return Math.max(across, down) >= DOTTED;
};

/** Removes isolated specks of one or two pels. Dots of letters, full stops and dotted lines have other print near and stay. */
export function cleanSpecks(bitmap: FaxBitmap, resolution: Resolution, kernels: Kernels = plainKernels): FaxBitmap {
  const down = resolution === 'fine' ? AWAY_PELS : AWAY_PELS / 2;
  const places = kernels.loneSpecks(bitmap, { largest: LARGEST[resolution], across: AWAY_PELS, down });
  const alone = Array.from({ length: places.length / 2 }, (_, i) => ({
    x: places[2 * i] ?? 0,
    y: places[2 * i + 1] ?? 0,
  }));
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
