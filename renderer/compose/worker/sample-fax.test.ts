import { PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { expect, it } from 'vitest';
import { decodeT6 } from '../../../app/fax/t6/decode';
import { sampleFax } from './sample-fax';

it('is a PDF of one page, on which lies a whole fax page', async () => {
  const pdf = await PDFDocument.load(sampleFax());
  expect(pdf.getPages().map((page) => page.getSize())).toEqual([{ width: 595, height: 792 }]);
  const objects = pdf.getPage(0).node.Resources()?.lookup(PDFName.of('XObject'), PDFDict);
  const fax = objects?.lookup(PDFName.of('Fax'));
  const { rows } = decodeT6(fax instanceof PDFRawStream ? fax.contents : new Uint8Array(), 1686, 2156);
  expect(rows.some((byte) => byte !== 0)).toBe(true);
});
