import { chmodSync, rmSync } from 'node:fs';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { DatabaseTooNewError, MigrationFailedError } from './sqlite-errors';
import { inTransaction } from './transaction';

/**
 * Brings the file to the newest version, all steps or none (D8). A file that holds anything is first copied to
 * `<path>.v<old version>.backup`.
 * @throws DatabaseTooNewError, MigrationFailedError
 */
export function migrate(database: DatabaseSyncInstance, path: string, migrations: readonly string[]): void {
  const version = versionOf(database);
  if (version > migrations.length) throw new DatabaseTooNewError(path, version);
  if (version === migrations.length) return;
  try {
    if (version > 0) backUp(database, `${path}.v${version}.backup`);
    inTransaction(database, () => runFrom(database, migrations));
  } catch (error) {
    throw new MigrationFailedError(path, migrations.length, { cause: error });
  }
}

/** Asks for the version again: another process may have migrated while this one waited for its turn. */
function runFrom(database: DatabaseSyncInstance, migrations: readonly string[]): void {
  for (const sql of migrations.slice(versionOf(database))) database.exec(sql);
  database.exec(`PRAGMA user_version = ${migrations.length}`);
}

const versionOf = (database: DatabaseSyncInstance): number => {
  const row = database.prepare('PRAGMA user_version').get() as { user_version: number };
  return row.user_version;
};

function backUp(database: DatabaseSyncInstance, copy: string): void {
  rmSync(copy, { force: true });
  database.prepare('VACUUM INTO ?').run(copy);
  chmodSync(copy, 0o600);
}
