import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { deliveryStateSchema } from '../../../app/outbox/delivery';
import { makeAtVersion } from '../earlier-version';
import { openDatabase } from '../open-database';
import { createOutboxStore } from '../outbox-store';
import { scratchFolder } from '../scratch-folder';
import { MigrationFailedError } from '../sqlite-errors';
import { migrations } from './all';
import { samples } from './samples/all';

const newest = migrations.length;
const versions = migrations.map((_sql, index) => index + 1);
const earlier = versions.filter((version) => version < newest);
const none = () => Promise.reject(new Error());
const noDocuments = { save: none, keep: none, has: () => false, read: none };

const fileAt = (version: number): string => {
  const path = join(scratchFolder(), 'outbox.sqlite');
  makeAtVersion(path, version);
  return path;
};

const rowsOf = (database: DatabaseSyncInstance, sql: string): Record<string, unknown>[] =>
  (database.prepare(sql).all() as Record<string, unknown>[]).map((row) => ({ ...row }));

const deliveriesIn = (database: DatabaseSyncInstance) =>
  rowsOf(database, 'SELECT id, recipient, kind, state FROM deliveries ORDER BY number');

function readOnly<T>(path: string, read: (database: DatabaseSyncInstance) => T): T {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return read(database);
  } finally {
    database.close();
  }
}

describe('the migrations', () => {
  it('each have a sample of what their version writes', () => {
    expect(samples).toHaveLength(newest);
  });

  it('make strict tables only', () => {
    const database = openDatabase(join(scratchFolder(), 'outbox.sqlite'));
    const loose = rowsOf(database, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0");
    expect(loose.filter(({ name }) => !String(name).startsWith('sqlite_'))).toEqual([]);
    database.close();
  });

  it.each(versions)('read a file of version %i, and every delivery in it', (version) => {
    const path = fileAt(version);
    const before = readOnly(path, deliveriesIn);
    const database = openDatabase(path);
    expect(rowsOf(database, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(rowsOf(database, 'PRAGMA foreign_key_check')).toEqual([]);
    expect(deliveriesIn(database).map(({ id, recipient }) => ({ id, recipient }))).toEqual(
      before.map(({ id, recipient }) => ({ id, recipient })),
    );
    for (const { state } of deliveriesIn(database)) deliveryStateSchema.parse(JSON.parse(String(state)));
    const store = createOutboxStore({ database, documents: noDocuments, exchange: 'api.example' });
    const listed = store.list().map(({ id }) => id);
    expect(listed).toEqual(expect.arrayContaining(['d-queued', 'd-sending', 'd-accepted', 'd-delivered']));
    database.close();
  });

  it.each(earlier)('keep a copy of the file of version %i (D8)', (version) => {
    const path = fileAt(version);
    const before = readOnly(path, deliveriesIn);
    openDatabase(path).close();
    expect(readOnly(`${path}.v${version}.backup`, deliveriesIn)).toEqual(before);
  });

  it.each(versions)('leave a file of version %i as it was where a later one fails (D8)', (version) => {
    const path = fileAt(version);
    const before = readFileSync(path);
    const failing = [...migrations.slice(0, version), 'CREATE TABLE half (a) STRICT; INSERT INTO nowhere VALUES (1);'];
    expect(() => openDatabase(path, failing)).toThrow(MigrationFailedError);
    expect(readFileSync(path)).toEqual(before);
  });
});
