import { DatabaseSync } from '@photostructure/sqlite';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { migrate } from '../../storage/migrate';
import { migrations } from '../../storage/migrations/all';
import { createOutboxStore } from '../../storage/outbox-store';
import { directLine } from './direct-line';
import type { Make } from './office';

/** The real store, on a database in memory. One is emptied for the next history: making one takes longer than a history. */
export const onSqlite = (): Make => ({
  store: (documents, clock) => createOutboxStore({ database: emptied(), documents, exchange: 'api.example', clock }),
  line: directLine,
});

let database: DatabaseSyncInstance | null = null;

function emptied(): DatabaseSyncInstance {
  if (database === null) {
    database = new DatabaseSync(':memory:');
    migrate(database, ':memory:', migrations);
    database.exec('DROP TRIGGER timeline_is_not_deleted');
  }
  for (const table of ['timeline', 'attempts', 'deliveries', 'faxes', 'documents', 'queues', 'exchange_clocks']) {
    database.exec(`DELETE FROM ${table}`);
  }
  return database;
}
