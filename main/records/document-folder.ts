import { createHash, randomUUID } from 'node:crypto';
import { chmod, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentSink, DownloadedDocument } from '../../app/api/document';
import { DocumentUnusableError } from '../../app/api/errors';
import { isMissing } from '../storage/missing';
import { isCut } from './cut-document';
import { eraseFileNow } from './erase-file';

type Type = DownloadedDocument['type'];

export interface StoredDocument extends DownloadedDocument {
  /** SHA-256 of its bytes, in hex. */
  readonly sha256: string;
}

/** The documents of records on this computer, by the SHA-256 of their bytes. */
export interface DocumentFolder {
  /** Keeps what `download` writes, whole or not at all. `DocumentUnusableError` where its end is missing. */
  store(download: (sink: DocumentSink) => Promise<DownloadedDocument>): Promise<StoredDocument>;
  /** `null` where the file is gone or no longer what was kept. */
  read(sha256: string, type: Type): Promise<Uint8Array | null>;
  /** Erases the file for good: overwritten, then removed. */
  erase(sha256: string): void;
  /** Removes what downloads that were broken off left behind: unfinished, or of no record. */
  tidy(isKept: (sha256: string) => boolean): Promise<void>;
}

const endings: Readonly<Record<Type, string>> = { pdf: 'pdf', tiff: 'tif' };
const unfinished = '.part';

/** Files `<folder>/<sha256>.pdf` or `.tif`; folder and files only the user can read. */
export function createDocumentFolder(folder: string): DocumentFolder {
  const pathOf = (sha256: string, type: Type): string => join(folder, `${sha256}.${endings[type]}`);
  return {
    async store(download) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await chmod(folder, 0o700);
      const path = join(folder, `${randomUUID()}${unfinished}`);
      try {
        const stored = await writeTo(path, download);
        await rename(path, pathOf(stored.sha256, stored.type));
        return stored;
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
    },
    async read(sha256, type) {
      const bytes = await readFile(pathOf(sha256, type)).catch((error: unknown) => {
        if (isMissing(error)) return null;
        throw error;
      });
      return bytes !== null && createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null;
    },
    erase(sha256) {
      for (const type of ['pdf', 'tiff'] as const) eraseFileNow(pathOf(sha256, type));
    },
    async tidy(isKept) {
      const names = await readdir(folder).catch(() => []);
      const isLeft = (name: string): boolean => name.endsWith(unfinished) || !isKept(name.split('.')[0] ?? '');
      for (const name of names.filter(isLeft)) await rm(join(folder, name), { force: true });
    },
  };
}

async function writeTo(
  path: string,
  download: (sink: DocumentSink) => Promise<DownloadedDocument>,
): Promise<StoredDocument> {
  const file = await open(path, 'wx+', 0o600);
  try {
    let hash = createHash('sha256');
    const downloaded = await download({
      async begin() {
        await file.truncate(0);
        hash = createHash('sha256');
      },
      async write(chunk) {
        hash.update(chunk);
        await file.appendFile(chunk);
      },
    });
    if (await isCut(file, downloaded)) throw new DocumentUnusableError('cut');
    await file.sync();
    return { ...downloaded, sha256: hash.digest('hex') };
  } finally {
    await file.close();
  }
}
