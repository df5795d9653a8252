import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Row } from './tables';

/** Whether it was there already, or clashes with one that was. */
export function insert(database: DatabaseSyncInstance, table: string, row: Row): boolean {
  const names = Object.keys(row);
  const places = names.map(() => '?').join(', ');
  const { changes } = database
    .prepare(`INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${places})`)
    .run(...Object.values(row));
  return changes > 0;
}
