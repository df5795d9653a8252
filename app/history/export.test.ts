import { expect, it } from 'vitest';
import { createTranslate } from '../i18n/translate';
import { exportText, type ExportFormat } from './export';
import type { HistoryRecord } from './record';

const record: HistoryRecord = {
  ...{ callUuid: 'a-1', direction: 'inbound', sender: '902123205072', recipient: '908501234567', header: '' },
  ...{ pagesCount: '1 / 2', pagesSent: 1, pagesTotal: 2, transferRateBps: 14400, durationSeconds: 30.5 },
  ...{ startStamp: '23.11.2026 14:30:05', answerStamp: '2026-11-23T11:30:14Z', endStamp: 'öğleden sonra' },
  ...{ success: true, result: 'Başarılı', startAt: Date.UTC(2026, 10, 23, 11, 30, 5), endAt: null },
  ...{ unreadable: [], isUnread: true, note: '', tags: [], rotations: {}, senderName: null, recipientName: null },
  document: { kind: 'notKept' },
  link: { kind: 'none' },
};
const written = (format: ExportFormat): string => [...exportText([record], format, createTranslate('tr'))].join('');

it('an exported list names the zone of its times, and leaves what is none as it came', () => {
  const [heads = '', row = ''] = written('csv').split('\r\n');
  expect(heads).toMatch(/^\ufeffBaşlangıç \(UTC\+03:00\);Yanıt \(UTC\+03:00\);Bitiş \(UTC\+03:00\);/);
  expect(row).toMatch(/^2026-11-23 14:30:05;2026-11-23 14:30:14;öğleden sonra;Gelen;/);
  expect(JSON.parse(written('json'))).toMatchObject([
    { start: '2026-11-23T14:30:05+03:00', answer: '2026-11-23T14:30:14+03:00', end: 'öğleden sonra' },
  ]);
});
