import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { fold } from '../../app/fold';

/** As the user reads a text: SQLite's own `lower` knows no letters but the Latin alphabet's. */
export function teachFold(database: DatabaseSyncInstance): void {
  database.function('fold', { deterministic: true }, (text: unknown) => fold(String(text)));
}

/** What `look` finds in a database, in memory, as these migrations make it. */
export function inEmptyDatabase<T>(migrations: readonly string[], look: (database: DatabaseSyncInstance) => T): T {
  const database = new DatabaseSync(':memory:');
  try {
    teachFold(database);
    for (const sql of migrations) database.exec(sql);
    return look(database);
  } finally {
    database.close();
  }
}
