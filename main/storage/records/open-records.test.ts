import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ReadRecord } from '../../../app/api/history-answer';
import { newestFirst } from '../../../app/history/question';
import { scratchFolder } from '../scratch-folder';
import { DatabaseDamagedError } from '../sqlite-errors';
import { createRecordErasing } from './erasing';
import { openMendingRecords } from './open-records';
import { createRecordStore } from './record-store';
import { createRecordWrites } from './record-writes';
import { createSyncProgress } from './sync-progress';

const now = Date.UTC(2026, 10, 23, 12);
const count = 300;

const record = (index: number): ReadRecord => ({
  record: {
    ...{ callUuid: `call ${index}`, direction: 'outbound', sender: '908501234567', recipient: '902123205072' },
    ...{ header: `Faksla ${index}`, pagesCount: '1 / 1', pagesSent: 1, pagesTotal: 1, transferRateBps: 14_400.5 },
    ...{ durationSeconds: 30, startStamp: '2026-11-20 10:00:00', answerStamp: null, endStamp: '2026-11-20 10:00:30' },
    ...{ success: true, result: 'Başarılı' },
  },
  unreadable: [],
});

function open(path: string) {
  const damaged: string[] = [];
  const database = openMendingRecords(
    path,
    () => now,
    (file) => damaged.push(file),
  );
  onTestFinished(() => {
    if (database.isOpen) database.close();
  });
  return {
    database,
    damaged,
    store: createRecordStore({ database, linksOf: () => new Map(), now: () => now }),
    writes: createRecordWrites(database),
    erasing: createRecordErasing(database),
    progress: createSyncProgress(database),
  };
}

/** Three hundred records, the last of them with a note, the first of them erased. */
function makeRecords(): string {
  const path = join(scratchFolder(), 'records.sqlite');
  const { database, store, writes, erasing, progress } = open(path);
  const records = Array.from({ length: count }, (_, index) => record(index));
  writes.keep(records, { otherwiseAt: now, isUnread: () => false });
  store.annotate(`call ${count - 1}`, { note: 'Dava dosyası', tags: ['acil'] });
  store.searches.save({ name: 'Ofis', question: { text: 'faksla' }, sort: newestFirst });
  erasing.eraseRecords(['call 0']);
  progress.cover({ from: 0, until: now });
  erasing.settle();
  database.close();
  return path;
}

/** Overwrites the page where `text` is found in the file. */
function spoilPageWith(path: string, text: string): void {
  const bytes = readFileSync(path);
  const from = Math.floor(bytes.indexOf(text) / 4096) * 4096;
  bytes.fill(0xa5, from, from + 4096);
  writeFileSync(path, bytes);
}

const found = (store: ReturnType<typeof open>['store'], text?: string): string[] =>
  store
    .search(text === undefined ? {} : { text }, newestFirst, { offset: 0, limit: 1000 })
    .records.map(({ callUuid }) => callUuid);

function expectWhatIsWhole({ store, erasing, progress }: ReturnType<typeof open>): void {
  const kept = found(store);
  expect(kept.length).toBeGreaterThan(count - 20);
  expect(store.get(`call ${count - 1}`)).toMatchObject({
    note: 'Dava dosyası',
    tags: ['acil'],
    transferRateBps: 14_400.5,
  });
  expect(found(store, 'dava dosyasi')).toEqual([`call ${count - 1}`]);
  expect(store.searches.all()).toMatchObject([{ name: 'Ofis' }]);
  expect(erasing.isErased('call 0')).toBe(true);
  expect(progress.covered()).toEqual([]);
}

describe('a damaged file of records', () => {
  it('is renewed where it can not be opened, with what is whole in it', () => {
    const path = makeRecords();
    const bytes = readFileSync(path);
    bytes.fill(0, 0, 100);
    writeFileSync(path, bytes);
    const opened = open(path);
    expectWhatIsWhole(opened);
    expect(found(opened.store)).toHaveLength(count - 1);
    expect(opened.damaged.map((file) => existsSync(file))).toEqual([true]);
  });

  it('is renewed once a statement has met the damage, in the same program', () => {
    const path = makeRecords();
    spoilPageWith(path, 'call 150');
    const opened = open(path);
    expect(opened.damaged).toEqual([]);
    expect(() => found(opened.store)).toThrow(DatabaseDamagedError);
    expectWhatIsWhole(opened);
    expect(opened.damaged).toHaveLength(1);
    opened.writes.keep([record(1000)], { otherwiseAt: now, isUnread: () => false });
    expect(found(opened.store)).toContain('call 1000');
  });

  it('is renewed later where it can not be at once', () => {
    const path = makeRecords();
    spoilPageWith(path, 'call 150');
    const opened = open(path);
    expect(() => found(opened.store)).toThrow(DatabaseDamagedError);
    const inTheWay = `${path}.damaged-${new Date(now).toISOString().replace(/[:.]/g, '-')}`;
    mkdirSync(join(inTheWay, 'something'), { recursive: true });
    expect(() => found(opened.store)).toThrow();
    rmSync(inTheWay, { recursive: true });
    expectWhatIsWhole(opened);
  });

  it('is renewed before a command ends that met the damage', () => {
    const path = makeRecords();
    spoilPageWith(path, 'call 150');
    const first = open(path);
    expect(() => found(first.store)).toThrow(DatabaseDamagedError);
    first.database.close();
    expect(first.damaged).toHaveLength(1);
    const second = open(path);
    expectWhatIsWhole(second);
    expect(second.damaged).toEqual([]);
  });

  it('is renewed where it is what rows hold that can not be read', () => {
    const path = makeRecords();
    const { documents } = damageDocumentState(path);
    const opened = open(path);
    expect(() => documents(opened.database)).toThrow(DatabaseDamagedError);
    expectWhatIsWhole(opened);
    expect(documents(opened.database)).toEqual([]);
  });
});

/** A document's state that is no JSON, and a question that looks into it. */
function damageDocumentState(path: string) {
  const database = new DatabaseSync(path);
  database.exec("INSERT INTO record_documents (call_uuid, kind, state) VALUES ('call 7', 'awaited', '{\"tries\":')");
  database.close();
  const sql = "SELECT state ->> '$.tries' FROM record_documents";
  return { documents: (opened: ReturnType<typeof open>['database']) => opened.prepare(sql).all() as object[] };
}
