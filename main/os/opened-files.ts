import { randomUUID } from 'node:crypto';
import { access, constants, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { OpenedFile } from '../../app/contract';
import { fail, ok, type Result } from '../../app/result';
import { isDocumentName } from '../../app/source/endings';

/** No page a fax is made of is larger; a 1 GB file must not be read into memory. */
const LIMIT_MB = 200;

/** Files given by the user from outside the window. The page knows them by token and can read no other file. */
export interface OpenedFiles {
  open(paths: readonly string[]): Promise<OpenedFile[]>;
  /** Whether it can be read at all, without reading it. */
  check(token: string): Promise<Result<null>>;
  read(token: string): Promise<Result<Uint8Array>>;
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
    read: (token) => readWhole(paths.get(token) ?? ''),
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

async function readWhole(path: string): Promise<Result<Uint8Array>> {
  const seen = await checkFile(path);
  if (!seen.ok) return seen;
  try {
    return ok(await readFile(path));
  } catch {
    return fail({ kind: 'fileUnreadable', name: basename(path) });
  }
}

async function checkFile(path: string): Promise<Result<null>> {
  const name = basename(path);
  try {
    const found = await stat(path);
    if (found.isDirectory()) return fail({ kind: 'fileIsFolder', name });
    if (!found.isFile()) return fail({ kind: 'fileUnsupported', name });
    if (found.size === 0) return fail({ kind: 'fileEmpty', name });
    if (found.size > LIMIT_MB * 1024 * 1024) return fail({ kind: 'fileTooLarge', name, limitMb: LIMIT_MB });
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
