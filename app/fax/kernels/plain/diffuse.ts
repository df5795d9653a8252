import { blankBitmap, rowBytes, type FaxBitmap } from '../../bitmap';
import type { GreyImage } from '../../grey';
import { CLUSTERING } from '../kernels';

/** Errors are carried with this many steps a grey value. */
const STEPS = 16;

/** How much likelier a black neighbour makes black (`CLUSTERING`), in an error's steps. */
export const FEEDBACK = CLUSTERING * 128 * STEPS;

interface Carried {
  /** Errors into this row and the next, one pel of room at either end. */
  here: Int32Array;
  below: Int32Array;
  /** Black pels of the row above, as above. */
  above: Uint8Array;
  current: Uint8Array;
}

/** Diffuses one row, leftward on odd rows so that no diagonal worms grow (R. Floyd and L. Steinberg, 1976). */
function diffuseRow(image: GreyImage, y: number, tone: Uint8Array, carried: Carried): void {
  const { here, below, above, current } = carried;
  const step = (y & 1) === 0 ? 1 : -1;
  const { width, pixels } = image;
  for (let i = 0; i < width; i++) {
    const x = step === 1 ? i : width - 1 - i;
    const toned = tone[pixels[y * width + x] ?? 255] ?? 255;
    if (toned === 255) {
      current[x + 1] = 0;
      continue;
    }
    const value = toned * STEPS + (here[x + 1] ?? 0);
    const inked = ((above[x + 1] ?? 0) + (current[x + 1 - step] ?? 0) - 1) * FEEDBACK;
    const black = value - inked < 128 * STEPS;
    current[x + 1] = black ? 1 : 0;
    const error = black ? value : value - 255 * STEPS;
    const bounded = Math.min(Math.max(error, -255 * STEPS), 255 * STEPS);
    here[x + 1 + step] = (here[x + 1 + step] ?? 0) + ((bounded * 7) >> 4);
    below[x + 1 - step] = (below[x + 1 - step] ?? 0) + ((bounded * 3) >> 4);
    below[x + 1] = (below[x + 1] ?? 0) + ((bounded * 5) >> 4);
    below[x + 1 + step] = (below[x + 1 + step] ?? 0) + (bounded >> 4);
  }
}

function packRow(pels: Uint8Array, rows: Uint8Array, rowStart: number, width: number): void {
  for (let x = 0; x < width; x++) {
    if (pels[x + 1] === 1) rows[rowStart + (x >> 3)] = (rows[rowStart + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
  }
}

/** See `Kernels.diffuse`. */
export function diffuse(image: GreyImage, tone: Uint8Array): FaxBitmap {
  const { width, height } = image;
  const bitmap = blankBitmap(width, height);
  const room = width + 2;
  const carried: Carried = {
    here: new Int32Array(room),
    below: new Int32Array(room),
    above: new Uint8Array(room),
    current: new Uint8Array(room),
  };
  for (let y = 0; y < height; y++) {
    diffuseRow(image, y, tone, carried);
    packRow(carried.current, bitmap.rows, y * rowBytes(width), width);
    [carried.here, carried.below] = [carried.below, carried.here];
    carried.below.fill(0);
    [carried.above, carried.current] = [carried.current, carried.above];
  }
  return bitmap;
}
