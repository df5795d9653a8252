import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { newestFirst, type RecordQuestion, type RecordSlice, type RecordSort } from '../../../app/history/question';
import type { HistoryRecord, RecordLink } from '../../../app/history/record';
import { findSql, orderSql, type FindSql } from './find-sql';
import { recordColumns, recordOf, type RecordRow } from './record-rows';

/** Tells which deliveries records are of, by `call_uuid`; what it leaves out is of none. */
export type LinksOf = (records: readonly HistoryRecord[]) => ReadonlyMap<string, RecordLink>;

export interface RecordReads {
  search(question: RecordQuestion, sort: RecordSort, slice: RecordSlice): { records: HistoryRecord[]; total: number };
  searchIds(question: RecordQuestion, sort: RecordSort): string[];
  get(callUuid: string): HistoryRecord | null;
  /** Those that are there, in any order. */
  getAll(callUuids: readonly string[]): HistoryRecord[];
  /** Every record of a list, read in pieces so that none need hold it whole. */
  each(question: RecordQuestion, sort: RecordSort): Iterable<HistoryRecord>;
  counts(): { readonly records: number; readonly unread: number };
  tags(): { tag: string; count: number }[];
}

const mostIds = 100_000;
const pieceSize = 500;
const none: RecordLink = { kind: 'none' };

export function createRecordReads(database: DatabaseSyncInstance, linksOf: LinksOf, now: () => number): RecordReads {
  const selectAll = database.prepare(
    `SELECT ${recordColumns} FROM records r WHERE r.call_uuid IN (SELECT value FROM json_each(?))`,
  );
  const countAll = database.prepare(
    `SELECT (SELECT count(*) FROM records) AS records, (SELECT count(*) FROM records WHERE unread = 1) AS unread`,
  );
  const countTags = database.prepare(
    `SELECT value AS tag, count(*) AS count FROM records r, json_each(r.tags) WHERE r.tags <> '[]'
     GROUP BY value ORDER BY count DESC, value`,
  );
  const linked = (rows: readonly RecordRow[]): HistoryRecord[] => {
    const records = rows.map((row) => recordOf(row, none));
    const links = linksOf(records);
    return records.map((record) => ({ ...record, link: links.get(record.callUuid) ?? none }));
  };
  const statements = new Map<string, StatementSyncInstance>();
  const prepared = (sql: string): StatementSyncInstance => {
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  const numbers = (find: FindSql, sort: RecordSort): string =>
    `SELECT ${find.number} AS number FROM ${find.from} ${find.where} ${orderSql(find.number, sort)} LIMIT ? OFFSET ?`;
  const select = (columns: string, find: FindSql, sort: RecordSort, { offset, limit }: RecordSlice): unknown[] =>
    prepared(
      `SELECT ${columns} FROM records r WHERE r.number IN (${numbers(find, sort)}) ${orderSql('r.number', sort)}`,
    ).all(...find.parameters, limit, offset);
  const count = (find: FindSql): number => {
    const sql = `SELECT count(*) AS total FROM ${find.from} ${find.where}`;
    return (prepared(sql).get(...find.parameters) as { total: number }).total;
  };
  const ids = (question: RecordQuestion, sort: RecordSort, limit: number): string[] => {
    const find = findSql(question, sort, now());
    const rows = select('r.call_uuid AS id', find, sort, { offset: 0, limit });
    return (rows as { id: string }[]).map(({ id }) => id);
  };
  const getAll = (callUuids: readonly string[]): HistoryRecord[] =>
    linked(selectAll.all(JSON.stringify(callUuids)) as RecordRow[]);
  return {
    search(question, sort, slice) {
      const find = findSql(question, sort, now());
      const rows = select(recordColumns, find, sort, slice) as RecordRow[];
      const isWhole = slice.offset === 0 && rows.length < slice.limit;
      return { records: linked(rows), total: isWhole ? rows.length : count(findSql(question, newestFirst, now())) };
    },
    searchIds: (question, sort) => ids(question, sort, mostIds),
    get: (callUuid) => getAll([callUuid])[0] ?? null,
    getAll,
    *each(question, sort) {
      const wanted = ids(question, sort, Number.MAX_SAFE_INTEGER);
      for (let at = 0; at < wanted.length; at += pieceSize) {
        const piece = wanted.slice(at, at + pieceSize);
        const found = new Map(getAll(piece).map((record) => [record.callUuid, record]));
        for (const id of piece) {
          const record = found.get(id);
          if (record !== undefined) yield record;
        }
      }
    },
    counts: () => countAll.get() as { records: number; unread: number },
    tags: () => countTags.all() as { tag: string; count: number }[],
  };
}
