import { PDFDocument, PDFRawStream, type PDFObject, type PDFRef } from 'pdf-lib';
import { joined } from '../joined';

/** A document being added to: `pdf` is it, ready for changes. */
export interface Opened {
  readonly bytes: Uint8Array;
  readonly pdf: PDFDocument;
  /** How each object was written before anything changed, by number; streams are left out, they are not changed. */
  readonly before: ReadonlyMap<number, string>;
  /** Objects with this number or a higher one are new. */
  readonly newFrom: number;
  readonly xrefAt: number;
}

/** Opens a PDF to be added to by an incremental update (PDF 1.7 §7.5.6): its own bytes stay as they are, at the front. */
export async function openForUpdate(bytes: Uint8Array): Promise<Opened> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const { xrefAt, size } = readTail(bytes);
  // pdf-lib forgets the numbers of object and cross-reference streams; a new object must not take them.
  pdf.context.largestObjectNumber = Math.max(pdf.context.largestObjectNumber, size - 1);
  const before = new Map(
    pdf.context
      .enumerateIndirectObjects()
      .filter(([, object]) => !(object instanceof PDFRawStream))
      .map(([ref, object]) => [ref.objectNumber, object.toString()]),
  );
  return { bytes, pdf, before, newFrom: pdf.context.largestObjectNumber + 1, xrefAt };
}

/** The document's bytes, then what was added and changed. `trailing` comes between the last object and `startxref`. */
export async function appendUpdate(opened: Opened, trailing: string): Promise<Uint8Array> {
  const { bytes, pdf, xrefAt } = opened;
  await pdf.flush();
  const parts: Uint8Array[] = [bytes, latin1('\n')];
  let at = bytes.length + 1;
  const offsets: [number, number][] = [];
  for (const [ref, object] of changedObjects(opened)) {
    const written = writeObject(ref, object);
    offsets.push([ref.objectNumber, at]);
    parts.push(written);
    at += written.length;
  }
  const number = pdf.context.largestObjectNumber + 1;
  const table = crossReferences([...offsets, [number, at]]);
  const { Root, Info } = pdf.context.trailerInfo;
  const dictionary = [
    `/Type /XRef /Size ${number + 1} /W [1 4 2] /Index [${table.index}] /Prev ${xrefAt}`,
    `/Root ${String(Root)}${Info === undefined ? '' : ` /Info ${String(Info)}`} /Length ${table.bytes.length}`,
  ].join(' ');
  parts.push(latin1(`${number} 0 obj\n<< ${dictionary} >>\nstream\n`), table.bytes);
  parts.push(latin1(`\nendstream\nendobj\n${trailing}startxref\n${at}\n%%EOF\n`));
  return joined(parts);
}

const changedObjects = ({ pdf, before, newFrom }: Opened): [PDFRef, PDFObject][] =>
  pdf.context.enumerateIndirectObjects().filter(([ref, object]) => {
    const known = before.get(ref.objectNumber);
    return ref.objectNumber >= newFrom || (known !== undefined && known !== object.toString());
  });

function writeObject(ref: PDFRef, object: PDFObject): Uint8Array {
  const body = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(body, 0);
  return joined([latin1(`${ref.objectNumber} ${ref.generationNumber} obj\n`), body, latin1('\nendobj\n')]);
}

/** A cross-reference stream's rows (PDF 1.7 §7.5.8) for objects in the order of their numbers, and the runs of these. */
function crossReferences(offsets: readonly (readonly [number, number])[]): { index: string; bytes: Uint8Array } {
  const bytes = new Uint8Array(offsets.length * 7);
  const view = new DataView(bytes.buffer);
  const runs: [number, number][] = [];
  for (const [row, [number, at]] of offsets.entries()) {
    view.setUint8(row * 7, 1);
    view.setUint32(row * 7 + 1, at);
    const run = runs.at(-1);
    if (run !== undefined && run[0] + run[1] === number) run[1] += 1;
    else runs.push([number, 1]);
  }
  return { index: runs.flat().join(' '), bytes };
}

/** Where the document's cross-references begin, and how many object numbers it has used. */
function readTail(bytes: Uint8Array): { xrefAt: number; size: number } {
  const tail = text(bytes.subarray(Math.max(0, bytes.length - 64)));
  const xrefAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1]);
  const dictionary = text(bytes.subarray(xrefAt, xrefAt + 1024));
  return { xrefAt, size: Number(/\/Size\s+(\d+)/.exec(dictionary)?.[1] ?? 0) };
}

const text = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

const latin1 = (characters: string): Uint8Array => Uint8Array.from(characters, (each) => each.charCodeAt(0));
