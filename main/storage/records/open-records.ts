import { existsSync } from 'node:fs';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { openDatabase } from '../open-database';
import { setAside } from '../set-aside';
import { DatabaseDamagedError } from '../sqlite-errors';
import { recordsMigrations } from './all';
import { checkRecords } from './check-records';
import { reopenedOnDamage } from './reopened-on-damage';
import { salvageRecords } from './salvage-records';

export interface OpenedRecords {
  readonly database: DatabaseSyncInstance;
  /** Where a damaged file is kept; `null` in the usual case. The user has to be told. */
  readonly damagedFile: string | null;
}

/**
 * Opens `records.sqlite`; a damaged one is set aside, what can be read of it goes into a new one, and the service's
 * records are read anew. `checked`: see `openDatabase`.
 */
export function openRecords(path: string, now: number, checked: 'whole' | 'start' = 'start'): OpenedRecords {
  try {
    return { database: open(path, checked), damagedFile: null };
  } catch (error) {
    if (!(error instanceof DatabaseDamagedError)) throw error;
    const damagedFile = setAside(path, now);
    const database = open(path, 'start');
    if (existsSync(damagedFile)) salvageRecords(damagedFile, database);
    return { database, damagedFile };
  }
}

/** As `openRecords`, and again whenever damage is met later: the file is too large to be checked at every start. */
export const openMendingRecords = (
  path: string,
  now: () => number,
  onDamage: (damagedFile: string) => void,
): DatabaseSyncInstance =>
  reopenedOnDamage(path, (checked) => {
    const { database, damagedFile } = openRecords(path, now(), checked);
    if (damagedFile !== null) onDamage(damagedFile);
    return database;
  });

/** `secure_delete`: what is erased is overwritten in the file. */
function open(path: string, checked: 'whole' | 'start'): DatabaseSyncInstance {
  const database = openDatabase(path, recordsMigrations, { checked });
  try {
    if (checked === 'whole') checkRecords(database, path);
    database.exec('PRAGMA secure_delete = ON');
    database.exec('PRAGMA cache_size = -16000');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
