import { PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib';
import type { SentPage } from './report';

/** Lower-case hex. */
export type Sha256 = (bytes: Uint8Array) => string;

/** The document is not one of those Faksla sends: a page of it is not one T.6 picture. */
export class ForeignDocumentError extends Error {
  override readonly name = 'ForeignDocumentError';
}

/**
 * The pages of a document that was sent, by their T.6 streams (`app/fax/fax-pdf.ts`).
 * @throws ForeignDocumentError
 */
export async function readSentPages(document: Uint8Array, sha256: Sha256): Promise<SentPage[]> {
  const pdf = await PDFDocument.load(document, { updateMetadata: false }).catch((cause: unknown) => {
    throw new ForeignDocumentError('The document can’t be read.', { cause });
  });
  return pdf.getPages().map((page) => {
    const pictures = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.values() ?? [];
    const picture = pictures.length === 1 ? page.doc.context.lookup(pictures[0]) : undefined;
    if (!(picture instanceof PDFRawStream)) throw new ForeignDocumentError('A page is not one picture.');
    const { contents, dict } = picture;
    const number = (name: string): number => dict.lookup(PDFName.of(name), PDFNumber).asNumber();
    if (dict.lookup(PDFName.of('Filter')) !== PDFName.of('CCITTFaxDecode')) {
      throw new ForeignDocumentError('A page is not coded by T.6.');
    }
    return {
      widthPels: number('Width'),
      scanLines: number('Height'),
      t6Bytes: contents.length,
      t6Sha256: sha256(contents),
    };
  });
}
