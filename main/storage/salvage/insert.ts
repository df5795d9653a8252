import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import type { Row } from './tables';

/** Puts a row into a table; answers `false` where it was there already, or clashes with one that was. */
export type Insert = (table: string, row: Row) => boolean;

export function createInsert(database: DatabaseSyncInstance): Insert {
  const statements = new Map<string, StatementSyncInstance>();
  const prepared = (table: string, names: readonly string[]): StatementSyncInstance => {
    const places = names.map(() => '?').join(', ');
    const sql = `INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${places})`;
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return (table, row) => prepared(table, Object.keys(row)).run(...Object.values(row)).changes > 0;
}
