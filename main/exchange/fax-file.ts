import { PDFDocument } from 'pdf-lib';
import { RefusedRequest } from './refused-request';

export interface FaxFile {
  readonly mime: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Reads `filedata`, `data:<mime>;base64,<…>`, and opens what it holds: a PDF or an image, or it is refused. */
export async function readFaxFile(filedata: string): Promise<FaxFile> {
  const comma = filedata.indexOf(',');
  const mime = /^data:([\w.+-]+\/[\w.+-]+);base64$/.exec(filedata.slice(0, Math.max(0, comma)))?.[1];
  if (mime === undefined) throw new RefusedRequest(400, 'invalid base64');
  const bytes = decodeBase64(filedata.slice(comma + 1));
  if (mime !== 'application/pdf' && !mime.startsWith('image/')) throw new RefusedRequest(400, 'invalid file type');
  return { mime, bytes, pages: await countPages(bytes) };
}

/** Strictly RFC 4648 §4, unlike Node's decoder, which skips what it doesn't know: a `+` that came as a space is refused. */
function decodeBase64(text: string): Uint8Array {
  const isBase64 = text !== '' && text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
  if (!isBase64) throw new RefusedRequest(400, 'invalid base64');
  return Buffer.from(text, 'base64');
}

async function countPages(bytes: Uint8Array): Promise<number> {
  const pages = startsWith(bytes, '%PDF-') ? await pagesOfPdf(bytes) : pagesOfImage(Buffer.from(bytes));
  if (pages < 1) throw new RefusedRequest(400, 'invalid file');
  return pages;
}

const startsWith = (bytes: Uint8Array, start: string): boolean =>
  Buffer.from(bytes.subarray(0, start.length)).toString('latin1') === start;

async function pagesOfPdf(bytes: Uint8Array): Promise<number> {
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
    return pdf.getPageCount();
  } catch {
    return 0;
  }
}

/** Pages of an image that begins and ends as its format does; 0 for anything else. */
function pagesOfImage(image: Buffer): number {
  const start = image.toString('latin1', 0, 16);
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return start.endsWith('IHDR') && image.includes('IEND') ? 1 : 0;
  if (start.startsWith('\xff\xd8\xff'))
    return image.lastIndexOf(Buffer.from([0xff, 0xd9])) > Math.max(2, image.length - 64) ? 1 : 0;
  if (/^GIF8[79]a/.test(start)) return image.at(-1) === 0x3b ? 1 : 0;
  if (start.startsWith('BM')) return image.length >= 54 && image.readUInt32LE(2) <= image.length ? 1 : 0;
  if (start.startsWith('II*\0'))
    return pagesOfTiff(
      image,
      (at) => image.readUInt32LE(at),
      (at) => image.readUInt16LE(at),
    );
  if (start.startsWith('MM\0*'))
    return pagesOfTiff(
      image,
      (at) => image.readUInt32BE(at),
      (at) => image.readUInt16BE(at),
    );
  return 0;
}

/** The chain of image file directories, TIFF 6.0 §2: each of 2 + 12 n + 4 bytes, the last pointing to 0. */
function pagesOfTiff(image: Buffer, u32: (at: number) => number, u16: (at: number) => number): number {
  if (image.length < 8) return 0;
  let pages = 0;
  for (let at = u32(4); at !== 0; pages++) {
    if (pages > 10_000 || at + 2 > image.length || at + 6 + 12 * u16(at) > image.length) return 0;
    at = u32(at + 2 + 12 * u16(at));
  }
  return pages;
}
