import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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
  constructor(
    readonly sha256: string,
    options?: ErrorOptions,
  ) {
    super('The document of this fax is missing from the spool or damaged. Send it again from its pages.', options);
  }
}

export const spoolPath = (folder: string, sha256: string): string => join(folder, `${sha256}.pdf`);

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
      if (!(await hasSize(pathOf(sha256), pdf.byteLength))) await save(pdf);
    },
    has: (sha256) => existsSync(pathOf(sha256)),
    read: async (sha256) => {
      const pdf = await readFile(pathOf(sha256)).catch((cause: unknown) => {
        throw isMissing(cause) ? new DocumentLostError(sha256, { cause }) : cause;
      });
      if (sha256Of(pdf) !== sha256) throw new DocumentLostError(sha256);
      return pdf;
    },
  };
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function isKept(path: string, byteCount: number, sha256: string): Promise<boolean> {
  return (await hasSize(path, byteCount)) && sha256Of(await readFile(path)) === sha256;
}

async function hasSize(path: string, byteCount: number): Promise<boolean> {
  const file = await stat(path).catch(() => null);
  return file?.size === byteCount;
}

async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined) await flushFolder(dirname(folder));
  await chmod(folder, 0o700);
}

/** Whole or not at all under its name: written beside it, flushed, renamed. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.part`;
  try {
    await writeFlushed(unfinished, bytes);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Windows can't open a folder, and its file system keeps renames by itself. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
