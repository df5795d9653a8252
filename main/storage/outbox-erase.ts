import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { inTransaction } from './transaction';

/** Erases what was sent for good. Nothing that is not over is touched (D8). */
export interface OutboxErasing {
  /** The deliveries that are over and were queued before `at`. */
  overBefore(at: number): string[];
  /** Of these deliveries, those that are not over. */
  stillOpen(deliveryIds: readonly string[]): string[];
  /** The documents, by SHA-256, that only these deliveries need; of those that are not over none. */
  documentsOnlyOf(deliveryIds: readonly string[]): string[];
  /** Calls `erase` if still only these deliveries need the document; no fax can be queued while it runs. */
  eraseDocument(sha256: string, deliveryIds: readonly string[], erase: () => void): void;
  eraseDeliveries(deliveryIds: readonly string[]): void;
  /** Leaves nothing of what was erased in the write-ahead log. */
  settle(): void;
}

const isOver = "kind IN ('delivered', 'failed', 'refused', 'cancelled')";
const given = '(SELECT value FROM json_each(?))';
/** Another delivery than those given has this document. */
const isNeeded = (sha256: string): string => `EXISTS (
  SELECT 1 FROM deliveries o JOIN faxes g ON g.id = o.fax_id
  WHERE g.document_sha256 = ${sha256} AND o.id NOT IN ${given})`;
const guard = 'timeline_is_not_deleted';

export function createOutboxErasing(database: DatabaseSyncInstance, exchange: string): OutboxErasing {
  const run = (sql: string, ...parameters: string[]): void => void database.prepare(sql).run(...parameters);
  const ids = (sql: string, ...parameters: (string | number)[]): string[] =>
    (database.prepare(sql).all(...parameters) as { id: string }[]).map(({ id }) => id);

  const overOf = (deliveryIds: readonly string[]): string =>
    JSON.stringify(ids(`SELECT id FROM deliveries WHERE ${isOver} AND id IN ${given}`, JSON.stringify(deliveryIds)));

  const deleteRows = (over: string): void => {
    const numbers = `(SELECT number FROM deliveries WHERE id IN ${given})`;
    const { sql } = database.prepare('SELECT sql FROM sqlite_master WHERE name = ?').get(guard) as { sql: string };
    database.exec(`DROP TRIGGER ${guard}`);
    run(`DELETE FROM timeline WHERE delivery_number IN ${numbers}`, over);
    database.exec(sql);
    run(`DELETE FROM attempts WHERE delivery_number IN ${numbers}`, over);
    run(`DELETE FROM deliveries WHERE id IN ${given}`, over);
    run('DELETE FROM faxes WHERE id NOT IN (SELECT fax_id FROM deliveries)');
    run('DELETE FROM documents WHERE sha256 NOT IN (SELECT document_sha256 FROM faxes)');
  };
  return {
    overBefore: (at) =>
      ids(`SELECT id FROM deliveries WHERE exchange = ? AND created_at < ? AND ${isOver}`, exchange, at),
    stillOpen: (deliveryIds) =>
      ids(`SELECT id FROM deliveries WHERE NOT ${isOver} AND id IN ${given}`, JSON.stringify(deliveryIds)),
    documentsOnlyOf: (deliveryIds) => {
      const over = overOf(deliveryIds);
      return ids(
        `SELECT DISTINCT f.document_sha256 AS id FROM deliveries d JOIN faxes f ON f.id = d.fax_id
         WHERE d.id IN ${given} AND NOT ${isNeeded('f.document_sha256')}`,
        over,
        over,
      );
    },
    eraseDocument: (sha256, deliveryIds, erase) =>
      inTransaction(database, () => {
        const { needed } = database.prepare(`SELECT ${isNeeded('?')} AS needed`).get(sha256, overOf(deliveryIds)) as {
          needed: number;
        };
        if (needed === 0) erase();
      }),
    eraseDeliveries: (deliveryIds) => {
      database.exec('PRAGMA secure_delete = ON');
      inTransaction(database, () => deleteRows(overOf(deliveryIds)));
    },
    settle: () => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
  };
}
