import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ReadRecord } from '../../../app/api/history-answer';
import { directionSchema } from '../../../app/api/entities';
import { newestFirst, type RecordQuestion } from '../../../app/history/question';
import { scratchFolder } from '../scratch-folder';
import { openRecords } from './open-records';
import { createRecordStore, type RecordStore } from './record-store';
import { createRecordWrites } from './record-writes';

const now = Date.UTC(2026, 10, 23, 12);

function open() {
  const { database } = openRecords(join(scratchFolder(), 'records.sqlite'), now);
  onTestFinished(() => database.close());
  const store = createRecordStore({ database, linksOf: () => new Map(), now: () => now });
  return { database, store, writes: createRecordWrites(database) };
}

const record = (callUuid: string, changes: Partial<ReadRecord['record']> = {}): ReadRecord => ({
  record: {
    ...{ callUuid, direction: 'outbound', sender: '908501234567', recipient: '902123205072', header: 'Faksla' },
    ...{ pagesCount: '1 / 1', pagesSent: 1, pagesTotal: 1, transferRateBps: 14400, durationSeconds: 30 },
    ...{ startStamp: '2026-11-20 10:00:00', answerStamp: null, endStamp: '2026-11-20 10:00:30' },
    ...{ success: true, result: 'Başarılı' },
    ...changes,
  },
  unreadable: [],
});
const keeping = { otherwiseAt: now, isUnread: () => false };
const slice = { offset: 0, limit: 50 };

describe('a list', () => {
  const filled = (): RecordStore => {
    const { store, writes } = open();
    writes.keep(
      [
        record('a', { header: 'Ağaç İşleri', startStamp: '2026-11-03 09:00:00' }),
        record('b', { header: 'ÇAĞRI', recipient: '903124187700', startStamp: '2026-11-22 09:00:00' }),
        record('c', { direction: 'inbound', success: false, result: 'Meşgul', startStamp: '2025-11-05 09:00:00' }),
      ],
      keeping,
    );
    return store;
  };
  const found = (text: string): string[] =>
    filled()
      .search({ text }, newestFirst, slice)
      .records.map((each) => each.callUuid);

  it.each([
    ['', ['b', 'a', 'c']],
    ['agac', ['a']],
    ['AĞAÇ isl', ['a']],
    ['çağrı', ['b']],
    ['0312 418', ['b']],
    ['+90 (312) 418 77 00', ['b']],
    ['5072', ['a', 'c']],
    ['mesgul', ['c']],
    ['Busy', ['c']],
    ['busy 5072', ['c']],
    ['busy agac', []],
    ['bus', []],
    ['dün', ['b']],
    ['3 kasım', ['a']],
    ['kasım 2025', ['c']],
    ['kasım 2025 çağrı', []],
    ['ca', ['b']],
    ['m', ['c']],
    ['"isleri agac"', []],
  ])('finds by %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('passes what every filter passes', () => {
    const store = filled();
    const ask = (question: object) => store.search(question, newestFirst, slice).records.map((each) => each.callUuid);
    expect(ask({ direction: 'inbound' })).toEqual(['c']);
    expect(ask({ success: true, text: 'faksla' })).toEqual([]);
    expect(ask({ success: true, text: '2123205072' })).toEqual(['a']);
    expect(ask({ recipient: '0312 418 77 00' })).toEqual(['b']);
    expect(ask({ since: Date.UTC(2026, 10, 4) })).toEqual(['b']);
    expect(ask({ until: Date.UTC(2026, 0, 1) })).toEqual(['c']);
  });

  it('holds records that go a way nobody knows: among all, and by text, but in none of the directions', () => {
    const { store, writes } = open();
    const strange = { ...record('d', { direction: null, header: 'Yönü belirsiz' }), unreadable: ['direction'] };
    writes.keep([record('a'), record('c', { direction: 'inbound' }), strange], keeping);
    const ids = (question: RecordQuestion) =>
      store.search(question, newestFirst, slice).records.map(({ callUuid }) => callUuid);
    expect(ids({})).toHaveLength(3);
    expect(ids({ text: 'yonu' })).toEqual(['d']);
    expect(ids({ recipient: '0212 320 50 72', text: 'belirsiz' })).toEqual(['d']);
    for (const direction of directionSchema.options) {
      expect(ids({ direction })).not.toContain('d');
      expect(ids({ direction, text: 'yonu' })).toEqual([]);
    }
    expect(store.get('d')).toMatchObject({ direction: null, unreadable: ['direction'], isUnread: false });
  });

  it('is sorted as the Turkish alphabet goes', () => {
    const sorted = filled()
      .search({}, { by: 'header', descending: false }, slice)
      .records.map(({ header }) => header);
    expect(sorted).toEqual(['Ağaç İşleri', 'ÇAĞRI', 'Faksla']);
  });
});

describe('a record that changes late', () => {
  it('is unread once it has brought pages, and only then', () => {
    const { store, writes } = open();
    const arrived = { otherwiseAt: now, isUnread: ({ success }: { success: boolean }) => success };
    const call = (changes: Partial<ReadRecord['record']>) =>
      writes.keep([record('late', { direction: 'inbound', ...changes })], arrived);
    expect(call({ success: false, pagesSent: 0, result: 'Sürüyor' }).unread).toEqual([]);
    expect(call({})).toMatchObject({ added: [], changed: ['late'], unread: ['late'] });
    expect(store.counts().unread).toBe(1);
    store.markRead(['late'], true);
    expect(call({ header: 'Yeni başlık' }).unread).toEqual([]);
    expect(store.counts().unread).toBe(0);
  });
});
