import fc from 'fast-check';
import { expect, it } from 'vitest';
import { COVERING, greyJpeg, imageObject, jpegObject, openPdfium, pdfOf, stream } from './fixtures/scanned-pdf';
import { loadKernels } from './load-kernels';
import { pdfOpener } from './pdf-source';
import type { Purpose } from './source';

const openPdf = pdfOpener(openPdfium, loadKernels());

const fax = imageObject('/BitsPerComponent 1/ColorSpace/DeviceGray', {
  width: 224,
  height: 108,
  data: 'U'.repeat(28 * 108),
});
const form = stream('/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</P 7 0 R>>>>', '/P Do');
const scan = jpegObject(greyJpeg(160, 80));

/** Where there is no `%PDF` nothing more is read. */
const HEADER = 9;

const documents = [
  pdfOf(COVERING, [scan]),
  pdfOf(COVERING, [fax]),
  pdfOf('1 g 0 0 80 40 re f q 64 0 0 32 8 4 cm /I Do Q', [form, scan]),
];

it('a damaged PDF of scans and photos is decoded or refused, and PDFium goes on', async () => {
  const place = fc.noBias(fc.nat(99_999)).map((part) => part / 100_000);
  const damage = fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 6 });
  const purposes = fc.constantFrom<Purpose>('fax', 'look');
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...documents), damage, purposes, async (document, places, purpose) => {
      const bytes = document.slice();
      for (const [at, byte] of places) bytes[HEADER + Math.floor(at * (bytes.length - HEADER))] = byte;
      const source = await openPdf({ bytes, name: 'a.pdf' });
      if (!source.ok) return;
      const page = await source.value.decodePage(1, () => ({ widthPx: 80, heightPx: 40 }), purpose);
      if (page.ok) expect(page.value.grey.pixels).toHaveLength(page.value.grey.width * page.value.grey.height);
      source.value.close?.();
    }),
    { numRuns: 300 },
  );
  const whole = await openPdf({ bytes: documents[0] as Uint8Array, name: 'a.pdf' });
  expect(whole.ok && (await whole.value.decodePage(1, (size) => size, 'fax'))).toMatchObject({ ok: true });
});
