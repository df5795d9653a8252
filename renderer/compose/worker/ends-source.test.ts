import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { blankBitmap, paintRun, rowBytes } from '../../../app/fax/bitmap';
import { assembleFaxPdf } from '../../../app/fax/fax-pdf';
import { encodeT6 } from '../../../app/fax/t6/encode';
import type { Result } from '../../../app/result';
import { sourceByEnds, watchEnds } from './ends-source';
import { openPdfium } from './fixtures/scanned-pdf';
import { pdfOpener } from './pdf-source';
import type { Source } from './source';

const openPdf = pdfOpener(openPdfium);
const half = ({ widthPx, heightPx }: { widthPx: number; heightPx: number }) => ({
  widthPx: Math.round(widthPx / 2),
  heightPx: Math.round(heightPx / 2),
});

/** A fax whose pages differ. */
const pdf = await assembleFaxPdf(
  [1, 2, 3, 4].map((seed) => {
    const page = blankBitmap(1728, 800);
    let x = seed;
    for (let y = 0; y < 800; y++)
      for (let run = 0; run < 60; run++) {
        x = (x * 48_271) % 2_147_483_647;
        const from = x % 1700;
        paintRun(page.rows, y * rowBytes(1728), from, from + 1 + (x % 20));
      }
    return { t6: encodeT6(page), widthPels: 1728, scanLines: 800, resolution: 'fine' };
  }),
);

/** The document by so many of its first and last bytes, and how often it was opened whole. */
async function byEnds(beginningBytes: number, endBytes: number, bytes = pdf) {
  const total = bytes.length;
  const ends = watchEnds({
    beginning: bytes.subarray(0, beginningBytes),
    end: bytes.subarray(total - endBytes),
    total,
  });
  let wholes = 0;
  const openWhole = (): Promise<Result<Source>> => {
    wholes += 1;
    return openPdf({ bytes, name: 'a.pdf' });
  };
  const source = await sourceByEnds({ ends, byEnds: await openPdf({ bytes: ends, name: 'a.pdf' }), openWhole });
  if (!source.ok) throw new Error('It should open.');
  return { source: source.value, wholes: () => wholes };
}

/** A page's dots, told apart by their digest. */
const dotsOf = async (source: Source, page: number): Promise<string> => {
  const decoded = await source.decodePage(page, half, 'look');
  if (!decoded.ok) throw new Error('It should be drawn.');
  return createHash('sha256').update(decoded.value.grey.pixels).digest('hex');
};

const whole = await openPdf({ bytes: pdf, name: 'a.pdf' });
const wholePage = (page: number) => dotsOf((whole as { value: Source }).value, page);
const share = Math.round(pdf.length * 0.3);

it('the first page is drawn by a document’s ends, exactly as by the whole', async () => {
  const { source, wholes } = await byEnds(share, 8_000);
  expect(source.pageCount).toBe(4);
  expect(await dotsOf(source, 1)).toEqual(await wholePage(1));
  expect(wholes()).toBe(0);
  source.close?.();
});

it('a page that lies between the ends is drawn by the whole, which is opened once', async () => {
  const { source, wholes } = await byEnds(share, 8_000);
  for (const page of [3, 2, 1]) expect(await dotsOf(source, page)).toEqual(await wholePage(page));
  expect(wholes()).toBe(1);
  source.close?.();
});

it.each([
  ['the first page goes beyond the beginning', Math.round(share / 3), 8_000],
  ['the end lacks the cross-references', share, 20],
  ['nothing is at hand', 0, 0],
])('where %s it is the whole that is drawn', async (_what, beginning, end) => {
  const { source, wholes } = await byEnds(beginning, end);
  expect(source.pageCount).toBe(4);
  expect(await dotsOf(source, 1)).toEqual(await wholePage(1));
  expect(wholes()).toBe(1);
  source.close?.();
});
