import { ENDS, endsHeaders } from '../../../app/document-ends';
import { fail, ok, type Result } from '../../../app/result';
import { LARGEST_FILE_BYTES, LARGEST_FILE_MB } from '../../../app/source/largest-file';
import type { GivenFile, ReadGiven } from './read-given';

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

/** All of a file's bytes. `name` is what failures call it. */
export async function readStored(
  file: Stored | LookedAtDocument,
  name: string,
  readGiven: ReadGiven,
): Promise<Result<Uint8Array>> {
  if ('token' in file) return readGiven(file);
  if ('address' in file) return fetchWhole(file, name);
  if (file.size > LARGEST_FILE_BYTES) return fail({ kind: 'fileTooLarge', name, limitMb: LARGEST_FILE_MB });
  try {
    return ok(new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    const gone = error instanceof DOMException && error.name === 'NotFoundError';
    return fail({ kind: gone ? 'fileNotFound' : 'fileUnreadable', name });
  }
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

/** The first `length` bytes, or more; none where the file can't be read. */
export async function readBeginning(
  file: Stored | LookedAtDocument,
  length: number,
  readGiven: ReadGiven,
): Promise<Uint8Array> {
  if (file instanceof Blob) {
    const beginning = await file
      .slice(0, length)
      .arrayBuffer()
      .catch(() => new ArrayBuffer());
    return new Uint8Array(beginning);
  }
  const read = 'token' in file ? await readGiven(file, length) : await fetchWhole(file, '');
  return read.ok ? read.value : new Uint8Array();
}
