import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { openDatabase } from '../open-database';
import { openOrSetAside, type OpenedDatabase } from '../set-aside';
import { recordsMigrations } from './all';

/** Opens `records.sqlite`; a damaged one is set aside, and the service's records are read anew. */
export const openRecords = (path: string, now: number): OpenedDatabase => openOrSetAside(path, now, open);

/** `secure_delete`: what is erased is overwritten in the file. */
function open(path: string): DatabaseSyncInstance {
  const database = openDatabase(path, recordsMigrations, { checked: 'start' });
  database.exec('PRAGMA secure_delete = ON');
  database.exec('PRAGMA cache_size = -16000');
  return database;
}
