import type { FailureKind } from '../../../app/failure';
import { givenFilePath } from '../../../app/given-files';
import { fail, ok, type Result } from '../../../app/result';
import { LARGEST_FILE_BYTES, LARGEST_FILE_MB } from '../../../app/source/largest-file';

/** A file that main keeps for the window. Its bytes are fetched whenever they are needed, and kept nowhere. */
export interface GivenFile {
  readonly token: string;
}

/** Where a file's bytes are: the browser's, as with one that was pasted, or main's. */
export type Stored = Blob | GivenFile;

/** All of a file's bytes. `name` is what failures call it. */
export async function readStored(file: Stored, name: string): Promise<Result<Uint8Array<ArrayBuffer>>> {
  if (file instanceof Blob && file.size > LARGEST_FILE_BYTES)
    return fail({ kind: 'fileTooLarge', name, limitMb: LARGEST_FILE_MB });
  try {
    if (file instanceof Blob) return ok(new Uint8Array(await file.arrayBuffer()));
    const answer = await fetchGiven(file);
    return answer.ok ? ok(new Uint8Array(await answer.arrayBuffer())) : fail({ kind: 'fileNotFound', name });
  } catch (error) {
    return fail({ kind: kindOf(error), name });
  }
}

/** About the first `length` bytes. Rejects where the file can't be read. */
export async function readBeginning(file: Stored, length: number): Promise<Uint8Array> {
  if (file instanceof Blob) return new Uint8Array(await file.slice(0, length).arrayBuffer());
  const reader = (await fetchGiven(file)).body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return first?.value ?? new Uint8Array();
}

const fetchGiven = ({ token }: GivenFile): Promise<Response> => fetch(givenFilePath(token), { cache: 'no-store' });

const kindOf = (error: unknown): FailureKind & ('fileNotFound' | 'fileUnreadable') =>
  error instanceof DOMException && error.name === 'NotFoundError' ? 'fileNotFound' : 'fileUnreadable';
