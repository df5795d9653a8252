import { ENDS, endsHeaders } from '../../../app/document-ends';
import type { FilePart } from '../../../app/file-parts';
import { fail, ok, type Result } from '../../../app/result';
import { LARGEST_FILE_BYTES, LARGEST_FILE_MB } from '../../../app/source/largest-file';

/** A file that main keeps for the window. Its bytes are read whenever they are needed, and kept nowhere (decision 0012). */
export interface GivenFile {
  readonly token: string;
}

/** Where a file's bytes are: the browser's, as with one that was pasted, or main's. */
export type Stored = Blob | GivenFile;

/** A document that main keeps at an address of our own origin while it is looked at (decision 0033). */
export interface LookedAtDocument {
  readonly address: string;
  /** A PDF whose ends are likely to be all that is asked for first (decision 0040). */
  readonly isBegun?: boolean;
}

/** A document's first and last bytes, of `total`. */
export interface DocumentEnds {
  readonly beginning: Uint8Array;
  readonly end: Uint8Array;
  readonly total: number;
}

/** Some bytes of a given file, from byte `from` on. A worker's lie where its next will. */
export type ReadPart = (file: GivenFile, from: number) => Promise<Result<FilePart>>;

/** All of a file's bytes. `name` is what failures call it. */
export async function readStored(
  file: Stored | LookedAtDocument,
  name: string,
  readPart: ReadPart,
): Promise<Result<Uint8Array>> {
  if ('token' in file) return readGiven(file, name, readPart);
  if ('address' in file) return fetchWhole(file, name);
  if (file.size > LARGEST_FILE_BYTES) return fail({ kind: 'fileTooLarge', name, limitMb: LARGEST_FILE_MB });
  try {
    return ok(new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    const gone = error instanceof DOMException && error.name === 'NotFoundError';
    return fail({ kind: gone ? 'fileNotFound' : 'fileUnreadable', name });
  }
}

async function readGiven(file: GivenFile, name: string, readPart: ReadPart): Promise<Result<Uint8Array>> {
  const first = await readPart(file, 0);
  if (!first.ok) return first;
  const { bytes, total } = first.value;
  if (bytes.length >= total) return ok(bytes);
  const whole = new Uint8Array(total);
  whole.set(bytes);
  for (let at = bytes.length; at < total;) {
    const next = await readPart(file, at);
    if (!next.ok) return next;
    const { length } = next.value.bytes;
    if (next.value.total !== total || length === 0) return fail({ kind: 'fileUnreadable', name });
    whole.set(next.value.bytes, at);
    at += length;
  }
  return ok(whole);
}

async function fetchWhole({ address }: LookedAtDocument, name: string): Promise<Result<Uint8Array>> {
  const answer = await fetch(address).catch(() => null);
  return answer?.ok === true ? ok(new Uint8Array(await answer.arrayBuffer())) : fail({ kind: 'fileUnreadable', name });
}

/** `null` where it is no longer there. */
export async function readEnds({ address }: LookedAtDocument): Promise<DocumentEnds | null> {
  const answer = await fetch(`${address}${ENDS}`).catch(() => null);
  if (answer?.ok !== true) return null;
  const length = Number(answer.headers.get(endsHeaders.beginning));
  const total = Number(answer.headers.get(endsHeaders.total));
  const ends = new Uint8Array(await answer.arrayBuffer());
  return { beginning: ends.subarray(0, length), end: ends.subarray(length), total };
}

/** About the first `length` bytes; none where the file can't be read. */
export async function readBeginning(
  file: Stored | LookedAtDocument,
  length: number,
  readPart: ReadPart,
): Promise<Uint8Array> {
  if (file instanceof Blob) {
    const beginning = await file
      .slice(0, length)
      .arrayBuffer()
      .catch(() => new ArrayBuffer());
    return new Uint8Array(beginning);
  }
  if ('address' in file) {
    const whole = await fetchWhole(file, '');
    return whole.ok ? whole.value : new Uint8Array();
  }
  const part = await readPart(file, 0);
  return part.ok ? part.value.bytes : new Uint8Array();
}
