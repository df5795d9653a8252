import type { DatabaseSyncInstance } from '@photostructure/sqlite';

/** Runs `work` in one write transaction: committed when it returns, undone when it throws. */
export function inTransaction<T>(database: DatabaseSyncInstance, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
