import { readFileSync } from 'node:fs';
import { PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream, PDFStream } from 'pdf-lib';
import { rowBytes, type FaxBitmap } from '../../app/fax/bitmap';
import { decodeT6 } from '../../app/fax/t6/decode';
import { mustRun } from './command';

/** The pages of one of our PDFs: their T.6, decoded. */
export async function pagesInPdf(path: string): Promise<FaxBitmap[]> {
  const document = await PDFDocument.load(readFileSync(path));
  return document.getPages().map(({ node }) => {
    const image = node.Resources()?.lookup(PDFName.of('XObject'), PDFDict).lookup(PDFName.of('Fax'), PDFStream);
    if (!(image instanceof PDFRawStream)) throw new Error(`${path} has a page without a fax image.`);
    const side = (name: string): number => image.dict.lookup(PDFName.of(name), PDFNumber).asNumber();
    return decodeT6(image.contents, side('Width'), side('Height'));
  });
}

/** The pages of a black-and-white TIFF, by libtiff. */
export async function pagesInTiff(libtiff: string, path: string): Promise<FaxBitmap[]> {
  const { stdout } = await mustRun(libtiff, ['read', path]);
  return recordsIn(stdout).map(({ width, height, bytes }) => ({ widthPels: width, scanLines: height, rows: bytes }));
}

export interface ImageRecord {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** What goes into and comes out of `c/libtiff-g4.c`. */
export function recordsIn(buffer: Buffer): ImageRecord[] {
  const records: ImageRecord[] = [];
  for (let at = 0; at < buffer.length;) {
    const [width, height, count] = [0, 4, 8].map((offset) => buffer.readUInt32LE(at + offset)) as [
      number,
      number,
      number,
    ];
    records.push({ width, height, bytes: buffer.subarray(at + 12, at + 12 + count) });
    at += 12 + count;
  }
  return records;
}

export function recordBytes({ width, height, bytes }: ImageRecord): Buffer {
  const head = Buffer.alloc(12);
  [width, height, bytes.length].forEach((word, index) => head.writeUInt32LE(word, index * 4));
  return Buffer.concat([head, bytes]);
}

/** A black-and-white portable bit map (P4). Its 1 is black and its rows are packed as ours are. */
export function readPbm(bytes: Buffer): FaxBitmap {
  const head = /^P4\s+(?:#.*\s+)*(\d+)\s+(\d+)\s/.exec(bytes.toString('latin1', 0, 200));
  if (head === null) throw new Error('This is no portable bit map.');
  return {
    widthPels: Number(head[1]),
    scanLines: Number(head[2]),
    rows: new Uint8Array(bytes.subarray(head[0].length)),
  };
}

export const pbmOf = ({ widthPels, scanLines, rows }: FaxBitmap): Buffer =>
  Buffer.concat([Buffer.from(`P4\n${widthPels} ${scanLines}\n`), rows]);

export const isBlack = ({ widthPels, rows }: FaxBitmap, x: number, y: number): boolean =>
  ((rows[y * rowBytes(widthPels) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;

/** Every line twice: a standard page with pels as high as wide, nearly. */
export function doubled({ widthPels, scanLines, rows }: FaxBitmap): FaxBitmap {
  const stride = rowBytes(widthPels);
  const twice = new Uint8Array(stride * scanLines * 2);
  for (let y = 0; y < scanLines * 2; y++)
    twice.set(rows.subarray((y >> 1) * stride, ((y >> 1) + 1) * stride), y * stride);
  return { widthPels, scanLines: scanLines * 2, rows: twice };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function inkBox(bitmap: FaxBitmap): Box {
  let [left, top, right, bottom] = [bitmap.widthPels, bitmap.scanLines, -1, -1];
  for (let y = 0; y < bitmap.scanLines; y++) {
    for (let x = 0; x < bitmap.widthPels; x++) {
      if (!isBlack(bitmap, x, y)) continue;
      [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
    }
  }
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** Of the pels that are black on either page, how many are black on both; 1 when the ink is the same, wherever on the sheet. */
export function likeness(a: FaxBitmap, b: FaxBitmap): number {
  const [boxA, boxB] = [inkBox(a), inkBox(b)];
  let [both, either] = [0, 0];
  for (let y = 0; y < Math.max(boxA.height, boxB.height); y++) {
    for (let x = 0; x < Math.max(boxA.width, boxB.width); x++) {
      const inA = x < boxA.width && y < boxA.height && isBlack(a, boxA.left + x, boxA.top + y);
      const inB = x < boxB.width && y < boxB.height && isBlack(b, boxB.left + x, boxB.top + y);
      if (inA || inB) either++;
      if (inA && inB) both++;
    }
  }
  return either === 0 ? 1 : both / either;
}
