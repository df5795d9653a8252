import type { DatabaseSyncInstance } from '@photostructure/sqlite';

/**
 * Runs `work` in one write transaction: committed when it returns, undone when it throws. Within another transaction it
 * is part of that one, and undone alone.
 */
export function inTransaction<T>(database: DatabaseSyncInstance, work: () => T): T {
  return database.isTransaction ? inSavepoint(database, work) : inOwnTransaction(database, work);
}

function inOwnTransaction<T>(database: DatabaseSyncInstance, work: () => T): T {
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

function inSavepoint<T>(database: DatabaseSyncInstance, work: () => T): T {
  database.exec('SAVEPOINT part');
  try {
    const result = work();
    database.exec('RELEASE part');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK TO part; RELEASE part');
    throw error;
  }
}
