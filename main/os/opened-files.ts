import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, constants, readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import type { OpenedFile } from '../../app/contract';
import { fail, ok, type Result } from '../../app/result';
import { isDocumentName } from '../../app/source/endings';
import { LARGEST_FILE_BYTES, LARGEST_FILE_MB } from '../../app/source/largest-file';

/** Files given by the user from outside the window. The page knows them by token and can read no other file. */
export interface OpenedFiles {
  open(paths: readonly string[]): Promise<OpenedFile[]>;
  /** Whether it can be read at all, without reading it. */
  check(token: string): Promise<Result<null>>;
  /** Its bytes, from the disk as they are taken. */
  read(token: string): Promise<Result<ReadableStream<Uint8Array>>>;
  /** For main alone. */
  pathOf(token: string): string | null;
  /** The documents that lie in this folder, by name as people sort; not those in folders of it. */
  inFolder(token: string): Promise<Result<OpenedFile[]>>;
}

export function createOpenedFiles(): OpenedFiles {
  const paths = new Map<string, string>();
  const open = (given: readonly string[]): Promise<OpenedFile[]> =>
    Promise.all(
      given.map(async (path) => {
        const token = randomUUID();
        paths.set(token, resolve(path));
        return { token, name: basename(path), ...(await factsOf(path)) };
      }),
    );
  return {
    open,
    check: (token) => checkFile(paths.get(token) ?? ''),
    read: (token) => readBytes(paths.get(token) ?? ''),
    pathOf: (token) => paths.get(token) ?? null,
    async inFolder(token) {
      const listed = await documentsIn(paths.get(token) ?? '');
      return listed.ok ? ok(await open(listed.value)) : listed;
    },
  };
}

/** No fax is made of more files. */
const FOLDER_LIMIT = 500;

async function documentsIn(folder: string): Promise<Result<string[]>> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile() && isDocumentName(entry.name)).map(({ name }) => name);
    const { compare } = new Intl.Collator('tr', { numeric: true });
    return ok(
      names
        .sort(compare)
        .slice(0, FOLDER_LIMIT)
        .map((name) => join(folder, name)),
    );
  } catch (error) {
    return fail({ kind: isMissing(error) ? 'fileNotFound' : 'fileUnreadable', name: basename(folder) });
  }
}

/** Size 0 for what can't be seen: reading it says why. */
async function factsOf(path: string): Promise<Pick<OpenedFile, 'size' | 'isFolder'>> {
  try {
    const found = await stat(path);
    return { size: found.size, isFolder: found.isDirectory() };
  } catch {
    return { size: 0 };
  }
}

/** Bytes read at a time. */
const PART_BYTES = 1 << 20;

async function readBytes(path: string): Promise<Result<ReadableStream<Uint8Array>>> {
  const seen = await checkFile(path);
  if (!seen.ok) return seen;
  const stream = createReadStream(path, { end: LARGEST_FILE_BYTES - 1, highWaterMark: PART_BYTES });
  return ok(Readable.toWeb(stream) as ReadableStream<Uint8Array>);
}

async function checkFile(path: string): Promise<Result<null>> {
  const name = basename(path);
  try {
    const found = await stat(path);
    if (found.isDirectory()) return fail({ kind: 'fileIsFolder', name });
    if (!found.isFile()) return fail({ kind: 'fileUnsupported', name });
    if (found.size === 0) return fail({ kind: 'fileEmpty', name });
    if (found.size > LARGEST_FILE_BYTES) return fail({ kind: 'fileTooLarge', name, limitMb: LARGEST_FILE_MB });
    await access(path, constants.R_OK);
    return ok(null);
  } catch (error) {
    return fail({ kind: isMissing(error) ? 'fileNotFound' : 'fileUnreadable', name });
  }
}

function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
