import type { FileHandle } from 'node:fs/promises';
import type { DownloadedDocument } from '../../app/api/document';

const tailBytes = 4096;
const endOfPdf = '%%EOF';

/** Whether the end of a document is missing: a PDF's mark, or what a TIFF's first eight bytes point to (TIFF 6.0 §2). */
export async function isCut(file: FileHandle, { type, byteCount }: DownloadedDocument): Promise<boolean> {
  return type === 'pdf' ? !(await hasEnd(file, byteCount)) : (await directoryAt(file)) >= byteCount;
}

async function hasEnd(file: FileHandle, byteCount: number): Promise<boolean> {
  const tail = Buffer.alloc(Math.min(tailBytes, byteCount));
  await file.read(tail, 0, tail.length, byteCount - tail.length);
  return tail.includes(endOfPdf);
}

async function directoryAt(file: FileHandle): Promise<number> {
  const head = Buffer.alloc(16);
  const { bytesRead } = await file.read(head, 0, head.length, 0);
  if (bytesRead < 8) return Infinity;
  const isLittleEndian = head.toString('latin1', 0, 2) === 'II';
  const isBig = (isLittleEndian ? head.readUInt16LE(2) : head.readUInt16BE(2)) === 43;
  if (isBig) return Number(isLittleEndian ? head.readBigUInt64LE(8) : head.readBigUInt64BE(8));
  return isLittleEndian ? head.readUInt32LE(4) : head.readUInt32BE(4);
}
