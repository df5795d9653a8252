import { createHash, randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFile,
} from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { isMissing } from './missing';

/** The documents waiting to be sent, by the SHA-256 of their bytes. */
export interface DocumentSpool {
  /** Answers with the SHA-256, in hex, once the bytes outlive a power cut (D1). */
  save(pdf: Uint8Array): Promise<string>;
  /** Saves again what was erased since; what is there was looked into when it was saved. */
  keep(sha256: string, pdf: Uint8Array): Promise<void>;
  /** Whether there is a file of that name; what is in it only reading tells. */
  has(sha256: string): boolean;
  /** @throws DocumentLostError */
  read(sha256: string): Promise<Uint8Array>;
}

/** The document's file is gone or no longer what was queued, so it can't be sent. */
export class DocumentLostError extends Error {
  override readonly name = 'DocumentLostError';
  constructor(options?: ErrorOptions) {
    super('The document of this fax is missing from the spool or damaged. Send it again from its pages.', options);
  }
}

export const spoolPath = (folder: string, sha256: string): string => join(folder, `${sha256}.pdf`);

/** A file of the spool. */
export interface Spooled {
  readonly path: string;
  /** Of the document; `null` where the file is what a crash left of one. */
  readonly sha256: string | null;
}

/** The files of the spool that were written before `at`, epoch milliseconds. */
export async function spooledBefore(folder: string, at: number): Promise<Spooled[]> {
  const found: Spooled[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const sha256 = OURS.exec(name)?.[1];
    const file = sha256 === undefined ? null : await stat(path).catch(() => null);
    if (sha256 === undefined || file === null || !file.isFile() || file.mtimeMs >= at) continue;
    found.push({ path, sha256: name.endsWith(UNFINISHED) ? null : sha256 });
  }
  return found;
}

const UNFINISHED = '.part';
/** What lies there besides is somebody else's. */
const OURS = /^([0-9a-f]{64})\.pdf(?:\..+\.part)?$/;

/*
 * What waits for the disk is asynchronous; what the system answers from memory is not, as each wait costs more than
 * that takes, and someone waits for “queued”.
 */
const write = promisify(writeFile);
const flush = promisify(fsync);

/** Files `<folder>/<sha256>.pdf`; folder and files only the user can read. */
export function createDocumentSpool(folder: string): DocumentSpool {
  const pathOf = (sha256: string): string => spoolPath(folder, sha256);
  const save = async (pdf: Uint8Array): Promise<string> => {
    const sha256 = sha256Of(pdf);
    await makeFolder(folder);
    if (!(await isKept(pathOf(sha256), pdf.byteLength, sha256))) await writeWhole(pathOf(sha256), pdf);
    await flushFolder(folder);
    return sha256;
  };
  return {
    save,
    keep: async (sha256, pdf) => {
      if (!hasSize(pathOf(sha256), pdf.byteLength)) await save(pdf);
    },
    has: (sha256) => existsSync(pathOf(sha256)),
    read: async (sha256) => {
      const pdf = await readFile(pathOf(sha256)).catch((cause: unknown) => {
        throw isMissing(cause) ? new DocumentLostError({ cause }) : cause;
      });
      if (sha256Of(pdf) !== sha256) throw new DocumentLostError();
      return pdf;
    },
  };
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function isKept(path: string, byteCount: number, sha256: string): Promise<boolean> {
  return hasSize(path, byteCount) && sha256Of(await readFile(path)) === sha256;
}

const hasSize = (path: string, byteCount: number): boolean =>
  statSync(path, { throwIfNoEntry: false })?.size === byteCount;

async function makeFolder(folder: string): Promise<void> {
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined) await flushFolder(dirname(folder));
  chmodSync(folder, 0o700);
}

/** Whole or not at all under its name: written beside it, flushed, renamed. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.${randomUUID()}${UNFINISHED}`;
  try {
    await writeFlushed(unfinished, bytes);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const file = openSync(path, 'wx', 0o600);
  try {
    await write(file, bytes);
    await flush(file);
  } finally {
    closeSync(file);
  }
}

/** Windows can't open a folder, and its file system keeps renames by itself. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    await flush(handle);
  } finally {
    closeSync(handle);
  }
}
