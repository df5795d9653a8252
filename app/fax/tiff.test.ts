import { expect, it } from 'vitest';
import { decodeTiffPage } from '../source/tiff/decode-page';
import { readTiff } from '../source/tiff/tiff';
import { blankBitmap, paintRun, rowBytes } from './bitmap';
import { threshold } from './kernels/plain/threshold';
import { encodeT6 } from './t6/encode';
import { writeFaxTiff } from './tiff';

const first = blankBitmap(1686, 40);
paintRun(first.rows, rowBytes(1686) * 7, 50, 901);
const second = blankBitmap(1728, 21);
paintRun(second.rows, rowBytes(1728) * 3, 0, 1728);
const pages = [
  { t6: encodeT6(first), widthPels: 1686, scanLines: 40, resolution: 'fine' as const },
  { t6: encodeT6(second), widthPels: 1728, scanLines: 21, resolution: 'standard' as const },
];
const ports = { inflate: () => Promise.reject(new TypeError()), jpeg: () => Promise.reject(new TypeError()) };

it('writes pages that read back bit for bit, at their resolution', async () => {
  const file = writeFaxTiff(pages);
  const read = readTiff(file, 'fax.tif', 10);
  if (!read.ok) throw new Error(read.failure.kind);
  expect(read.value.map(({ pitch }) => pitch)).toEqual([
    { across: 204, down: 196 },
    { across: 204, down: 98 },
  ]);
  const greys = await Promise.all(read.value.map((page) => decodeTiffPage(file, page, ports)));
  expect(greys.map((grey) => threshold(grey, 128))).toEqual([first, second]);
});
