import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { shell } from 'electron';
import type { ApiClient } from '../../app/api/client';
import { failureOf } from '../../app/api/failure-of';
import { fail, ok, type Result } from '../../app/result';
import { privateFolder } from '../home';

export interface WrittenDocument {
  readonly path: string;
  readonly bytes: number;
  readonly type: 'pdf' | 'tiff';
  readonly sha256: string;
}

/** Fetches a fax's document and writes it to `path`, whose ending the caller chose. */
export async function writeDocument(
  api: ApiClient,
  callUuid: string,
  path: string | ((type: 'pdf' | 'tiff') => string),
): Promise<Result<WrittenDocument>> {
  let document;
  try {
    document = await api.fetchDocument(callUuid);
  } catch (error) {
    return fail(failureOf(error));
  }
  const { bytes, type } = document;
  const target = typeof path === 'string' ? path : path(type);
  const written = await writeFileOrFail(target, bytes);
  if (!written.ok) return written;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return ok({ path: target, bytes: bytes.length, type, sha256 });
}

/** Writes a file that only the user can read. */
export async function writeFileOrFail(path: string, bytes: Uint8Array): Promise<Result<null>> {
  try {
    await writeFile(path, bytes, { mode: 0o600 });
    return ok(null);
  } catch {
    return fail({ kind: 'fileNotWritable', name: basename(path) });
  }
}

/** Opens a document in the system's viewer; where there is none, its folder. */
export async function showDocument(path: string): Promise<void> {
  const problem = await shell.openPath(path);
  if (problem !== '') shell.showItemInFolder(path);
}

/** Where documents that were opened are kept. The service's id is not trusted as a file's name. */
export function openedDocumentPath(home: string, callUuid: string, type: 'pdf' | 'tiff'): string {
  const safe = /^[\w-]{1,64}$/.test(callUuid) ? callUuid : createHash('sha256').update(callUuid).digest('hex');
  return join(privateFolder(home, 'documents'), `${safe}.${type === 'pdf' ? 'pdf' : 'tif'}`);
}
