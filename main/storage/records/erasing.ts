import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { inTransaction } from '../transaction';
import { hashOf } from './erased-hash';
import { firstNumberAt } from './record-numbers';

/** Erases records for good: `secure_delete` overwrites what the rows and the index of words held. */
export interface RecordErasing {
  /** So many records that began before `at`, oldest first; `documented`: only those of which a document is or may come here. */
  before(at: number, documented: boolean, limit: number): string[];
  eraseRecords(callUuids: readonly string[]): void;
  isErased(callUuid: string): boolean;
  /** Documents without a record, which were asked for by their id, kept before `at`. */
  strayBefore(at: number): string[];
  /** Leaves nothing of what was erased in the write-ahead log. */
  settle(): void;
}

export function createRecordErasing(database: DatabaseSyncInstance): RecordErasing {
  const all = database.prepare('SELECT call_uuid AS id FROM records WHERE number < ? ORDER BY number LIMIT ?');
  const documented = database.prepare(
    `SELECT r.call_uuid AS id FROM record_documents d JOIN records r ON r.call_uuid = d.call_uuid
     WHERE d.kind <> 'erased' AND r.number < ? ORDER BY r.number LIMIT ?`,
  );
  const known = database.prepare('SELECT 1 FROM erased_records WHERE hash = ?');
  const stray = database.prepare(
    `SELECT call_uuid AS id FROM record_documents d WHERE kind = 'kept' AND state ->> '$.keptAt' < ?
     AND NOT EXISTS (SELECT 1 FROM records r WHERE r.call_uuid = d.call_uuid)`,
  );
  const remember = database.prepare('INSERT OR IGNORE INTO erased_records (hash) VALUES (?)');
  const eraseRecord = database.prepare('DELETE FROM records WHERE call_uuid = ?');
  const eraseDocument = database.prepare('DELETE FROM record_documents WHERE call_uuid = ?');
  return {
    before: (at, withDocument, limit) =>
      ((withDocument ? documented : all).all(firstNumberAt(at), limit) as { id: string }[]).map(({ id }) => id),
    eraseRecords: (callUuids) =>
      inTransaction(database, () => {
        for (const callUuid of callUuids) {
          remember.run(hashOf(callUuid));
          eraseRecord.run(callUuid);
          eraseDocument.run(callUuid);
        }
      }),
    isErased: (callUuid) => known.get(hashOf(callUuid)) !== undefined,
    strayBefore: (at) => (stray.all(at) as { id: string }[]).map(({ id }) => id),
    settle: () => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
  };
}
