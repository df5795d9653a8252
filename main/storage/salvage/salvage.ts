import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { DeliveryState } from '../../../app/outbox/delivery';
import { columnsOf, readState } from '../delivery-rows';
import { inTransaction } from '../transaction';
import { type DamagedFile, readDamagedFile } from './damaged-file';
import { createInsert, type Insert } from './insert';
import { readRows, tablesOf } from './tables';
import type { Row, Table } from './tables';

export interface Salvaged {
  readonly deliveries: number;
  /** Deliveries of which only traces are left. */
  readonly lost: number;
}

/**
 * Copies everything readable of a damaged file into `database`, a new and empty one of the same version; what is missing
 * there from the backups beside `backupsOf`. Deliveries whose fax is gone come with an empty one.
 */
export function salvage(
  damaged: DamagedFile,
  database: DatabaseSyncInstance,
  backupsOf: string,
  now: number,
): Salvaged {
  const tables = tablesOf(database);
  const files = [damaged, ...backups(backupsOf).map(readDamagedFile)];
  const sources = files.map((file) => readRows(file, tables));
  const rowsOf = (name: string): Row[] => sources.flatMap((source) => source.get(name) ?? []);
  database.exec('PRAGMA foreign_keys = OFF');
  try {
    return inTransaction(database, () => {
      const insert = createInsert(database);
      for (const table of tables) {
        if (table.name === 'deliveries') insertDeliveries(insert, table, rowsOf('deliveries'), now);
        else for (const row of rowsOf(table.name)) insert(table.name, row);
      }
      const lost = dropTraces(database);
      addMissingFaxes(database);
      mendExchanges(database);
      const { deliveries } = database.prepare('SELECT count(*) AS deliveries FROM deliveries').get() as {
        deliveries: number;
      };
      return { deliveries, lost };
    });
  } finally {
    database.exec('PRAGMA foreign_keys = ON');
  }
}

/** Newest first. */
function backups(path: string): string[] {
  const folder = dirname(path);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter(
    (name) => name.startsWith(`${basename(path)}.v`) && name.endsWith('.backup'),
  );
  return names.toSorted((a, b) => b.localeCompare(a, undefined, { numeric: true })).map((name) => join(folder, name));
}

/**
 * The newest copy of each that can be read, the damaged file's before the backups'. An order or a record that two claim
 * stays with the first; a delivery is kept even if its state is not, or its id, unless it is a copy of one that is whole.
 */
function insertDeliveries(insert: Insert, { columns }: Table, rows: readonly Row[], now: number): void {
  const known = new Set(columns.map(({ name }) => name));
  const copies = rows.map((row) => ({ row, state: stateOf(row) }));
  copies.sort(
    (a, b) =>
      Number(hasWholeId(b.row)) - Number(hasWholeId(a.row)) ||
      Number(b.state !== null) - Number(a.state !== null) ||
      revisionOf(b.row) - revisionOf(a.row),
  );
  const seen = new Set<string>();
  for (const { row, state } of copies) {
    const sameDelivery = [String(row['id']), JSON.stringify([row['number'], row['fax_id'], row['recipient']])];
    if (sameDelivery.some((key) => seen.has(key))) continue;
    for (const key of sameDelivery) if (key !== '') seen.add(key);
    const id = row['id'] === '' ? randomUUID() : String(row['id']);
    const repeated = repeatedColumns(state ?? undecided(now), known);
    const whole = { ...row, id, ...repeated, lease_owner: null, lease_until: null };
    const alone = { ...whole, order_id: null, call_uuid: null };
    const renumbered = Object.fromEntries(Object.entries(alone).filter(([name]) => name !== 'number'));
    if (!insert('deliveries', whole) && !insert('deliveries', alone)) {
      insert('deliveries', renumbered);
    }
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const hasWholeId = ({ id }: Row): boolean => uuid.test(String(id));

const revisionOf = ({ revision }: Row): number => (typeof revision === 'number' ? revision : 0);

const stateOf = ({ state }: Row): DeliveryState | null => readState(String(state));

/** What became of it can't be read, so the user decides. */
const undecided = (since: number): DeliveryState => ({ kind: 'needsDecision', since, why: 'ambiguousRecord' });

function repeatedColumns(state: DeliveryState, known: ReadonlySet<string>): Row {
  const { kind, state: json, notBefore, checkAt, orderId, callUuid } = columnsOf(state);
  const ids = { order_id: orderId, call_uuid: callUuid };
  const all = { kind, state: json, not_before: notBefore, check_at: checkAt, ...ids, noted_at: null, booted_at: null };
  return Object.fromEntries(Object.entries(all).filter(([name]) => known.has(name)));
}

/** What belongs to a delivery that is gone; answers of how many there were such traces. */
function dropTraces(database: DatabaseSyncInstance): number {
  const tables = tablesOf(database).filter(({ columns }) => columns.some(({ name }) => name === 'delivery_number'));
  const missing = new Set<unknown>();
  const triggers = database
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%BEFORE DELETE%'")
    .all() as { name: string; sql: string }[];
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
  for (const { name } of tables) {
    const gone = 'delivery_number NOT IN (SELECT number FROM deliveries)';
    const traces = database.prepare(`SELECT DISTINCT delivery_number AS number FROM ${name} WHERE ${gone}`).all();
    for (const trace of traces as { number: number }[]) missing.add(trace.number);
    database.exec(`DELETE FROM ${name} WHERE ${gone}`);
  }
  if (tables.some(({ name }) => name === 'timeline')) {
    database.exec(`DELETE FROM timeline WHERE attempt_number NOT IN (SELECT number FROM attempts)`);
  }
  for (const { sql } of triggers) database.exec(sql);
  return missing.size;
}

/** The document of such a fax is not known any more, which is said when it is to be sent. */
function addMissingFaxes(database: DatabaseSyncInstance): void {
  database.exec(`
    INSERT INTO faxes (id, exchange, document_sha256, sender, header, resolution, page_count, created_at)
      SELECT fax_id, min(exchange), '', NULL, '', 'fine', 1, min(created_at) FROM deliveries
      WHERE fax_id NOT IN (SELECT id FROM faxes) GROUP BY fax_id;
    INSERT OR IGNORE INTO documents (sha256, byte_count, created_at)
      SELECT document_sha256, 0, min(created_at) FROM faxes
      WHERE document_sha256 NOT IN (SELECT sha256 FROM documents) GROUP BY document_sha256;`);
}

/**
 * A fax and its deliveries name one exchange; where they don't, the rarer names are damaged. The order or record of a
 * delivery that another of that exchange has is that one's.
 */
function mendExchanges(database: DatabaseSyncInstance): void {
  database.exec(`
    CREATE TEMP TABLE names AS
      SELECT exchange, count(*) AS count
      FROM (SELECT exchange FROM deliveries UNION ALL SELECT exchange FROM faxes) GROUP BY exchange;
    CREATE TEMP TABLE mended AS
      SELECT f.id AS fax_id,
        (SELECT exchange FROM names
         WHERE f.document_sha256 = '' OR exchange = f.exchange
           OR exchange IN (SELECT exchange FROM deliveries WHERE fax_id = f.id)
         ORDER BY count DESC, exchange LIMIT 1) AS exchange
      FROM faxes f
      WHERE f.document_sha256 = '' OR EXISTS (SELECT 1 FROM deliveries d WHERE d.fax_id = f.id AND d.exchange <> f.exchange);
    UPDATE OR IGNORE deliveries SET exchange = mended.exchange FROM mended WHERE mended.fax_id = deliveries.fax_id;
    UPDATE deliveries SET exchange = mended.exchange, order_id = NULL, call_uuid = NULL
      FROM mended WHERE mended.fax_id = deliveries.fax_id AND mended.exchange <> deliveries.exchange;
    UPDATE faxes SET exchange = mended.exchange FROM mended WHERE mended.fax_id = faxes.id;
    DROP TABLE mended;
    DROP TABLE names;`);
}
