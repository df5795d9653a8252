import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { teachFold } from './empty-database';
import { migrate } from './migrate';
import { migrations as outboxMigrations } from './migrations/all';
import { DatabaseDamagedError, isDamage } from './sqlite-errors';

const busyTimeoutMs = 5_000;

export interface OpenOptions {
  /** A large file takes long to check `whole`; what can be fetched again may be content with a readable `start`. */
  readonly checked?: 'whole' | 'start';
}

/**
 * Opens the database file, made where there is none, checked and brought to the newest version. Only the user can read
 * it; SQLite gives its `-wal` and `-shm` files the same rights. Several processes may have it open.
 * @throws DatabaseDamagedError, DatabaseTooNewError, MigrationFailedError; the file is then as it was.
 */
export function openDatabase(
  path: string,
  migrations: readonly string[] = outboxMigrations,
  { checked = 'whole' }: OpenOptions = {},
): DatabaseSyncInstance {
  createPrivately(path);
  const database = new DatabaseSync(path, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
  try {
    configure(database);
    if (checked === 'whole') check(database, path);
    migrate(database, path, migrations);
    return database;
  } catch (error) {
    database.close();
    throw isDamage(error) ? new DatabaseDamagedError(path, { cause: error }) : error;
  }
}

function createPrivately(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, 'a', 0o600));
}

/** `synchronous = FULL`: what was committed outlives a power cut (D1, D2). */
function configure(database: DatabaseSyncInstance): void {
  teachFold(database);
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = FULL');
  database.exec('PRAGMA trusted_schema = OFF');
}

function check(database: DatabaseSyncInstance, path: string): void {
  const found = database.prepare('PRAGMA integrity_check(1)').all() as { integrity_check: string }[];
  if (found[0]?.integrity_check === 'ok') return;
  throw new DatabaseDamagedError(path, { cause: new Error(found[0]?.integrity_check ?? 'no answer') });
}
