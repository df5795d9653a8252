import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFStream } from 'pdf-lib';
import { expect, it } from 'vitest';
import { blankBitmap, paintRun } from './bitmap';
import { assembleFaxPdf, type EncodedPage } from './fax-pdf';
import { decodeT6 } from './t6/decode';
import { encodeT6 } from './t6/encode';

const bitmap = blankBitmap(1686, 1078);
paintRun(bitmap.rows, 211 * 100, 50, 900);
const page: EncodedPage = { t6: encodeT6(bitmap), widthPels: 1686, scanLines: 1078, resolution: 'standard' };

async function imagesOf(pdf: Uint8Array): Promise<PDFRawStream[]> {
  const document = await PDFDocument.load(pdf);
  return document.getPages().map((node) => {
    const objects = node.node.Resources()?.lookup(PDFName.of('XObject'), PDFDict);
    const image = objects?.lookup(PDFName.of('Fax'), PDFStream);
    if (!(image instanceof PDFRawStream)) throw new Error('A page has no fax image.');
    return image;
  });
}

it('carries each page’s T.6 unchanged in an image mask', async () => {
  const images = await imagesOf(await assembleFaxPdf([page, page]));
  expect(images).toHaveLength(2);
  for (const image of images) {
    expect(decodeT6(image.contents, 1686, 1078)).toEqual(bitmap);
    expect(image.dict.get(PDFName.of('ImageMask'))?.toString()).toBe('true');
    expect(image.dict.has(PDFName.of('Interpolate'))).toBe(false);
  }
});

it('makes pages a hair smaller than their picture', async () => {
  const document = await PDFDocument.load(await assembleFaxPdf([page]));
  const { width, height } = document.getPage(0).getSize();
  expect(width).toBeCloseTo((1686 / 204) * 72 - 0.002, 6);
  expect(height).toBeCloseTo(792 - 0.002, 6);
});

it('gives the same bytes for the same pages, and says nothing of where they come from', async () => {
  const first = await assembleFaxPdf([page]);
  expect(await assembleFaxPdf([page])).toEqual(first);
  const document = await PDFDocument.load(first, { updateMetadata: false });
  expect([document.getTitle(), document.getCreationDate()]).toEqual([undefined, undefined]);
});
