import { existsSync, readFileSync } from 'node:fs';
import type { ReadPage } from './rows';
import { readWal } from './wal';
import type { Wal } from './wal';

/** What SQLite takes unless told otherwise, and so the page size of every file of ours. */
const pageSize = 4096;

export interface DamagedFile {
  readonly pageCount: number;
  readonly readPage: ReadPage;
  /** The file's `user_version`, as far as that can be believed. */
  readonly version: number;
  readonly wal: Wal['state'];
}

/** A database file and its write-ahead log as bytes, whatever is wrong with them; nothing is written. */
export function readDamagedFile(path: string): DamagedFile {
  const main = bytesOf(path);
  const wal = readWal(bytesOf(`${path}-wal`));
  const mainPages = Math.floor(main.length / pageSize);
  const pageCount = Math.max(mainPages, ...wal.pages.keys());
  const readPage: ReadPage = (number) => {
    const logged = wal.pages.get(number);
    if (logged?.length === pageSize) return logged;
    if (!Number.isInteger(number) || number < 1 || number > mainPages) return null;
    return main.subarray((number - 1) * pageSize, number * pageSize);
  };
  const first = readPage(1);
  const version = first === null ? 0 : new DataView(first.buffer, first.byteOffset).getUint32(60);
  return { pageCount, readPage, version, wal: wal.state };
}

const bytesOf = (path: string): Uint8Array => (existsSync(path) ? readFileSync(path) : new Uint8Array());
