import { rowBytes, type FaxBitmap } from '../bitmap';

/** Black that begins at a cut edge and reaches no further than this part of the width is what is left of the desk. */
const SLIVER = 0.015;

const isBlack = (rows: Uint8Array, stride: number, x: number, y: number): boolean =>
  (((rows[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1;

/** How many pels from `start` on, `step` apart, are black without a gap, up to `most` + 1. */
function blackRun(black: (i: number) => boolean, most: number): number {
  let run = 0;
  while (run <= most && black(run)) run++;
  return run;
}

/** Whitens what a cut left of the desk along the four edges of a bitmap; what reaches further in is part of the page and stays. */
export function cleanEdges(bitmap: FaxBitmap, resolutionShare: number): FaxBitmap {
  const { widthPels, scanLines } = bitmap;
  const stride = rowBytes(widthPels);
  const source = bitmap.rows;
  const rows = source.slice();
  const across = Math.round(widthPels * SLIVER);
  const down = Math.round(across * resolutionShare);
  const clear = (x: number, y: number): void => {
    rows[y * stride + (x >> 3)] = (rows[y * stride + (x >> 3)] ?? 0) & ~(0x80 >> (x & 7));
  };
  const edge = (most: number, place: (i: number) => readonly [number, number]): void => {
    const run = blackRun((i) => isBlack(source, stride, ...place(i)), most);
    if (run <= most) for (let i = 0; i < run; i++) clear(...place(i));
  };
  for (let y = 0; y < scanLines; y++) {
    edge(across, (i) => [i, y]);
    edge(across, (i) => [widthPels - 1 - i, y]);
  }
  for (let x = 0; x < widthPels; x++) {
    edge(down, (i) => [x, i]);
    edge(down, (i) => [x, scanLines - 1 - i]);
  }
  return { ...bitmap, rows };
}
