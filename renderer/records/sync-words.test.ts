import { expect, it } from 'vitest';
import type { SyncStatus } from '../../app/history/sync-status';
import { createTranslate } from '../../app/i18n/translate';
import { createFormats } from '../ui/formats';
import { syncWords } from './sync-words';

const t = createTranslate('tr');
const idle: SyncStatus = {
  ...{ state: { kind: 'idle', nextLookAt: null }, completeSince: null, wantedSince: 0, progress: 1, lastReadAt: null },
  ...{ recordCount: 950, unreadCount: 0, requests: 1, unusableEntries: 0, unreadSpans: 0 },
};
const wordsOf = (status: Partial<SyncStatus>): string => syncWords({ ...idle, ...status }, t, createFormats('tr', t));

it('what the service gave incompletely is said', () => {
  expect(wordsOf({})).toBe('950 kayıt');
  expect(wordsOf({ unusableEntries: 2 })).toBe('950 kayıt · Santralin 2 kaydı kimliksiz olduğu için alınamadı.');
  expect(wordsOf({ unreadSpans: 3 })).toBe(
    '950 kayıt · Santral 3 zaman aralığını eksik listeledi; sonraki bakışta yeniden okunur.',
  );
});
