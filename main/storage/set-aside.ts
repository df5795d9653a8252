import { existsSync, renameSync } from 'node:fs';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { openDatabase } from './open-database';
import { DatabaseDamagedError } from './sqlite-errors';

export interface OpenedDatabase {
  readonly database: DatabaseSyncInstance;
  /** Where a damaged file is kept; `null` in the usual case. The user has to be told. */
  readonly damagedFile: string | null;
}

/** Opens the database; a damaged file is renamed, never deleted or written to, and a new one begun (D8). */
export function openOrSetAside(
  path: string,
  now: number,
  open: (path: string) => DatabaseSyncInstance = openDatabase,
): OpenedDatabase {
  try {
    return { database: open(path), damagedFile: null };
  } catch (error) {
    if (!(error instanceof DatabaseDamagedError)) throw error;
    const damagedFile = setAside(path, now);
    return { database: open(path), damagedFile };
  }
}

export function setAside(path: string, now: number): string {
  const stamp = new Date(now).toISOString().replace(/[:.]/g, '-');
  const kept = `${path}.damaged-${stamp}`;
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, kept + suffix);
  }
  return kept;
}
