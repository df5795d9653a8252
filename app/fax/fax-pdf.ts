import { PDFDocument, PDFName, type PDFRef } from 'pdf-lib';
import { linesToPoints, pelsToPoints } from './geometry';
import type { Resolution } from './profile';

/** A page as it goes into the PDF. `t6` is the T.6 coding of `widthPels` × `scanLines` pels. */
export interface EncodedPage {
  readonly t6: Uint8Array;
  readonly widthPels: number;
  readonly scanLines: number;
  readonly resolution: Resolution;
}

/**
 * The page is this much smaller than the picture on it, in points, which hangs over its lower edge: without the hair, poppler
 * rounds the page up by a pel and resamples.
 */
const HAIR_POINTS = 0.002;

function addImage(pdf: PDFDocument, page: EncodedPage): PDFRef {
  const stream = pdf.context.stream(page.t6, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: page.widthPels,
    Height: page.scanLines,
    BitsPerComponent: 1,
    ImageMask: true,
    Filter: 'CCITTFaxDecode',
    DecodeParms: { K: -1, Columns: page.widthPels, Rows: page.scanLines, BlackIs1: false },
  });
  return pdf.context.register(stream);
}

function addPage(pdf: PDFDocument, encoded: EncodedPage): void {
  const width = pelsToPoints(encoded.widthPels);
  const height = linesToPoints(encoded.scanLines, encoded.resolution);
  const page = pdf.addPage([width - HAIR_POINTS, height - HAIR_POINTS]);
  const name = PDFName.of('Fax');
  page.node.setXObject(name, addImage(pdf, encoded));
  const drawing = `q ${width} 0 0 ${height} 0 ${-HAIR_POINTS} cm ${name.toString()} Do Q`;
  page.node.set(PDFName.Contents, pdf.context.register(pdf.context.stream(drawing)));
}

/**
 * The document that is sent: one image mask a page, painted black, exactly the page's size, so that a fax server which rasterises
 * it at the same resolution gets these very bits. The same pages give the same bytes, whatever their files are called: no name of a
 * file leaves this computer, and a document sent before is known again. Nothing but the pages is compressed (decision 0051).
 */
export async function assembleFaxPdf(pages: readonly EncodedPage[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.setProducer('Faksla');
  for (const page of pages) addPage(pdf, page);
  return pdf.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Infinity,
  });
}
