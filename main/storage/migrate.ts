import { chmodSync, rmSync } from 'node:fs';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { inEmptyDatabase } from './empty-database';
import { DatabaseDamagedError, DatabaseTooNewError, MigrationFailedError } from './sqlite-errors';
import { inTransaction } from './transaction';

/**
 * Brings the file to the newest version, all steps or none (D8). A file that holds anything is first copied to
 * `<path>.v<old version>.backup`.
 * @throws DatabaseTooNewError, MigrationFailedError, and DatabaseDamagedError where its number is not its tables'
 */
export function migrate(database: DatabaseSyncInstance, path: string, migrations: readonly string[]): void {
  if (versionOf(database) === migrations.length) return;
  const { version, parts } = structureOf(database);
  // Another process may have migrated meanwhile.
  if (version === migrations.length) return;
  const isNewer = version > migrations.length;
  const known = inEmptyDatabase(migrations.slice(0, Math.max(version, 0)), structureOf);
  // Each version adds something, so a newer one looks like none of ours, and an older one like itself.
  if (isNewer === (parts === known.parts)) throw misnumbered(path, version);
  if (isNewer) throw new DatabaseTooNewError(path, version);
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

const misnumbered = (path: string, version: number): DatabaseDamagedError =>
  new DatabaseDamagedError(path, { cause: new Error(`Its tables are not those of version ${version}.`) });

interface Structure {
  readonly version: number;
  /** Tables with their columns, indexes and triggers, by name. */
  readonly parts: string | null;
}

/** In one statement, so that both are of one moment: another process may be migrating. */
const structureOf = (database: DatabaseSyncInstance): Structure =>
  database
    .prepare(
      `SELECT user_version AS version, (
         SELECT group_concat(part, char(10)) FROM (
           SELECT concat_ws(' ', s.type, s.name, c.name) AS part
           FROM sqlite_schema s LEFT JOIN pragma_table_info(s.name) c ON s.type = 'table' ORDER BY part
         )) AS parts
       FROM pragma_user_version`,
    )
    .get() as Structure;

const versionOf = (database: DatabaseSyncInstance): number => {
  const row = database.prepare('PRAGMA user_version').get() as { user_version: number };
  return row.user_version;
};

function backUp(database: DatabaseSyncInstance, copy: string): void {
  rmSync(copy, { force: true });
  database.prepare('VACUUM INTO ?').run(copy);
  chmodSync(copy, 0o600);
}
