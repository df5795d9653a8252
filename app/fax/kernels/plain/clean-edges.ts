import { isBlack, rowBytes, type FaxBitmap } from '../../bitmap';

/** How many pels from `start` on, `step` apart, are black without a gap, up to `most` + 1. */
function blackRun(black: (i: number) => boolean, most: number): number {
  let run = 0;
  while (run <= most && black(run)) run++;
  return run;
}

/** See `BitmapKernels.cleanEdges`. */
export function cleanEdges(bitmap: FaxBitmap, across: number, down: number): FaxBitmap {
  const { widthPels, scanLines } = bitmap;
  const stride = rowBytes(widthPels);
  const source = bitmap.rows;
  const rows = source.slice();
  const clear = (x: number, y: number): void => {
    rows[y * stride + (x >> 3)] = (rows[y * stride + (x >> 3)] ?? 0) & ~(0x80 >> (x & 7));
  };
  const edge = (most: number, place: (i: number) => readonly [number, number]): void => {
    const run = blackRun((i) => {
      const [x, y] = place(i);
      return isBlack(source, y * stride, x);
    }, most);
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
