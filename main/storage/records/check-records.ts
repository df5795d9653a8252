import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { DatabaseDamagedError } from '../sqlite-errors';

/** What is kept as JSON, which statements look into. */
const unreadableRows = `
SELECT 1 FROM records WHERE NOT (json_valid(tags) AND json_valid(rotations) AND json_valid(unreadable))
UNION ALL SELECT 1 FROM record_documents WHERE NOT json_valid(state) LIMIT 1`;

/** SQLite checks the pages; what is written in them it takes as it comes. */
export function checkRecords(database: DatabaseSyncInstance, path: string): void {
  if (database.prepare(unreadableRows).get() === undefined) return;
  throw new DatabaseDamagedError(path, { cause: new Error('A record can not be read.') });
}
