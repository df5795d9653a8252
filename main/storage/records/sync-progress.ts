import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { withoutSpan, withSpan } from '../../../app/history/spans';
import type { TimeSpan } from '../../../app/history/time-span';
import { inTransaction } from '../transaction';

/** Facts of the sync: epoch milliseconds. */
export type SyncFact =
  /** When the service's records were first read: what came in later nobody can have opened. */
  | 'firstReadAt'
  /** When everything asked for was last read. */
  | 'lastReadAt'
  /** When the last days were last read again, for what changed late. */
  | 'readAgainAt'
  /** Read back to here, further than the settings ask for. */
  | 'furtherSince'
  | 'namesReadAt';

/** How far the service's records were read. */
export interface SyncProgress {
  covered(): TimeSpan[];
  cover(span: TimeSpan): void;
  /** Is to be read again. */
  uncover(span: TimeSpan): void;
  fact(name: SyncFact): number | null;
  setFact(name: SyncFact, value: number): void;
}

export function createSyncProgress(database: DatabaseSyncInstance): SyncProgress {
  const all = database.prepare('SELECT from_at AS "from", until_at AS until FROM covered_spans ORDER BY from_at');
  const clear = database.prepare('DELETE FROM covered_spans');
  const insert = database.prepare('INSERT INTO covered_spans (from_at, until_at) VALUES (?, ?)');
  const get = database.prepare('SELECT value FROM sync_facts WHERE name = ?');
  const set = database.prepare(
    'INSERT INTO sync_facts (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  const covered = (): TimeSpan[] => (all.all() as TimeSpan[]).map(({ from, until }) => ({ from, until }));
  const change = (changed: (spans: readonly TimeSpan[]) => TimeSpan[]): void =>
    inTransaction(database, () => {
      const spans = changed(covered());
      clear.run();
      for (const { from, until } of spans) insert.run(from, until);
    });
  return {
    covered,
    cover: (span) => change((spans) => withSpan(spans, span)),
    uncover: (span) => change((spans) => withoutSpan(spans, span)),
    fact: (name) => (get.get(name) as { value: number } | undefined)?.value ?? null,
    setFact: (name, value) => void set.run(name, value),
  };
}
