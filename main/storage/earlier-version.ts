import { DatabaseSync } from '@photostructure/sqlite';
import { migrations } from './migrations/all';
import { samples } from './migrations/samples/all';

/**
 * For tests: makes the file as version `version` of it would be found at a user's, with what that version and those
 * before it wrote (`migrations/samples`).
 */
export function makeAtVersion(path: string, version: number): void {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: true });
  try {
    database.exec('PRAGMA journal_mode = WAL');
    for (let at = 0; at < version; at++) {
      database.exec(migrations[at] ?? '');
      database.exec(samples[at] ?? '');
    }
    database.exec(`PRAGMA user_version = ${version}`);
  } finally {
    database.close();
  }
}
