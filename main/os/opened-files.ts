import { randomUUID } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { access, constants, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { OpenedFile } from '../../app/contract';
import { fail, ok, type Result } from '../../app/result';
import { isDocumentName } from '../../app/source/endings';
import { LARGEST_FILE_BYTES, LARGEST_FILE_MB } from '../../app/source/largest-file';

export interface Located {
  readonly path: string;
  readonly size: number;
}

/** Files given by the user from outside the window. The page knows them by token and can read no other file. */
export interface OpenedFiles {
  open(paths: readonly string[]): Promise<OpenedFile[]>;
  /** Whether it can be read at all, without reading it. */
  check(token: string): Promise<Result<null>>;
  readWhole(token: string): Promise<Result<Uint8Array>>;
  /** Where it is and how many bytes it has, if it can be read at all. For main alone. */
  locate(token: string): Promise<Result<Located>>;
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
    async check(token) {
      const located = await locate(paths.get(token) ?? '');
      return located.ok ? ok(null) : located;
    },
    locate: (token) => locate(paths.get(token) ?? ''),
    readWhole: (token) => readWhole(paths.get(token) ?? ''),
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
    const documents = entries.filter(({ name }) => isDocumentName(name));
    const areFiles = await Promise.all(documents.map((entry) => isFile(entry, folder)));
    const names = documents.filter((_, index) => areFiles[index]).map(({ name }) => name);
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

/** A link to a file is one, too. */
async function isFile(entry: Dirent, folder: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  const found = await stat(join(folder, entry.name)).catch(() => null);
  return found?.isFile() ?? false;
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
  const located = await locate(path);
  if (!located.ok) return located;
  try {
    return ok(await readFile(path));
  } catch {
    return fail({ kind: 'fileUnreadable', name: basename(path) });
  }
}

async function locate(path: string): Promise<Result<Located>> {
  const name = basename(path);
  try {
    const found = await stat(path);
    if (found.isDirectory()) return fail({ kind: 'fileIsFolder', name });
    if (!found.isFile()) return fail({ kind: 'fileUnsupported', name });
    if (found.size === 0) return fail({ kind: 'fileEmpty', name });
    if (found.size > LARGEST_FILE_BYTES) return fail({ kind: 'fileTooLarge', name, limitMb: LARGEST_FILE_MB });
    await access(path, constants.R_OK);
    return ok({ path, size: found.size });
  } catch (error) {
    return fail({ kind: isMissing(error) ? 'fileNotFound' : 'fileUnreadable', name });
  }
}

function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
