import { describe, expect, it } from 'vitest';
import { createTranslate } from '../i18n/translate';
import type { HistoryRecord } from '../history/record';
import { composeReceived, isWantedReceived } from './received-news';

const record = (changes: Partial<HistoryRecord>): HistoryRecord => ({
  ...{ callUuid: 'a', direction: 'inbound', sender: '902123205072', recipient: '908501234567', header: '' },
  ...{ pagesCount: '2 / 2', pagesSent: 2, pagesTotal: 2, transferRateBps: null, startStamp: '', answerStamp: null },
  ...{ endStamp: null, durationSeconds: null, success: true, result: 'Başarılı', startAt: null, endAt: null },
  ...{ unreadable: [], isUnread: true, note: '', tags: [], rotations: {}, senderName: null, recipientName: null },
  ...{ document: { kind: 'notKept' }, link: { kind: 'none' } },
  ...changes,
});
const t = createTranslate('tr');
const compose = (records: HistoryRecord[], count = records.length) =>
  composeReceived(t, { records, count }, (digits) => `<${digits}>`);

describe('a fax that came in', () => {
  it('is told with who sent it and how many pages', () => {
    expect(compose([record({})])).toEqual({ title: 'Faks geldi', body: '<902123205072>, 2 sayfa', callUuid: 'a' });
    expect(compose([record({ senderName: 'Ayşe Yılmaz', pagesSent: null })])?.body).toBe('Ayşe Yılmaz');
    expect(compose([record({ sender: '', pagesSent: 1 })])?.body).toBe('Bilinmeyen numara, 1 sayfa');
  });

  it('is one of several where several came', () => {
    expect(compose([record({}), record({ callUuid: 'b' })], 7)).toEqual({
      title: '7 faks geldi',
      body: '<902123205072> ve 6 faks daha',
      callUuid: null,
    });
  });

  it('is told to whom it may concern', () => {
    expect(isWantedReceived({ wanted: 'all', isWatching: false })).toBe(true);
    expect(isWantedReceived({ wanted: 'all', isWatching: true })).toBe(false);
    expect(isWantedReceived({ wanted: 'problems', isWatching: false })).toBe(false);
  });

  it('is nothing where none came', () => {
    expect(compose([], 0)).toBeNull();
  });
});
