import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { RecordDocument } from '../../../app/history/record';
import { documentOf } from './record-rows';

/** What is known of the documents of records. */
export interface DocumentStates {
  get(callUuid: string): RecordDocument;
  set(callUuid: string, state: RecordDocument): void;
  /** It is to be fetched, unless something is known of it already. */
  await(callUuid: string, at: number): void;
  /** The awaited that are due at `now`, the longest due first. */
  due(now: number, limit: number): { callUuid: string; tries: number }[];
  /** When the next awaited is due; `null` where none is awaited. */
  nextDueAt(): number | null;
  /** The `call_uuid`s whose document has these bytes. */
  withContent(sha256: string): string[];
}

export function createDocumentStates(database: DatabaseSyncInstance): DocumentStates {
  const get = database.prepare('SELECT state FROM record_documents WHERE call_uuid = ?');
  const set = database.prepare(
    `INSERT INTO record_documents (call_uuid, kind, sha256, state, next_try_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET kind = excluded.kind, sha256 = excluded.sha256, state = excluded.state,
       next_try_at = excluded.next_try_at`,
  );
  const drop = database.prepare('DELETE FROM record_documents WHERE call_uuid = ?');
  const due = database.prepare(
    `SELECT call_uuid AS callUuid, state ->> '$.tries' AS tries FROM record_documents
     WHERE kind = 'awaited' AND next_try_at <= ? ORDER BY next_try_at LIMIT ?`,
  );
  const next = database.prepare("SELECT min(next_try_at) AS at FROM record_documents WHERE kind = 'awaited'");
  const withContent = database.prepare('SELECT call_uuid AS id FROM record_documents WHERE sha256 = ?');

  const read = (callUuid: string): RecordDocument =>
    documentOf((get.get(callUuid) as { state: string } | undefined)?.state ?? null);
  const write = (callUuid: string, state: RecordDocument): void => {
    const sha256 = state.kind === 'kept' ? state.sha256 : null;
    const nextTryAt = state.kind === 'awaited' ? state.nextTryAt : null;
    if (state.kind === 'notKept') drop.run(callUuid);
    else set.run(callUuid, state.kind, sha256, JSON.stringify(state), nextTryAt);
  };
  return {
    get: read,
    set: write,
    await(callUuid, at) {
      if (read(callUuid).kind === 'notKept')
        write(callUuid, { kind: 'awaited', tries: 0, nextTryAt: at, failure: null });
    },
    due: (now, limit) => due.all(now, limit) as { callUuid: string; tries: number }[],
    nextDueAt: () => (next.get() as { at: number | null }).at,
    withContent: (sha256) => (withContent.all(sha256) as { id: string }[]).map(({ id }) => id),
  };
}
