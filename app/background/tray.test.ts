import { expect, it } from 'vitest';
import { createTranslate } from '../i18n/translate';
import { trayItems, trayWords } from './tray';

const t = createTranslate('tr');
const counts = { uploading: 1, waiting: 4, following: 0, asking: 0 };
const facts = { counts, isPaused: false, isQuitting: false };
const commands = (given: typeof facts): string[] =>
  trayItems(t, given).flatMap((item) => (item.kind === 'command' ? [item.command] : []));

it('the tray says what is going on', () => {
  expect(trayWords(t, facts)).toBe('Yükleniyor: 1 · Bekliyor: 4');
  expect(trayWords(t, { ...facts, isPaused: true })).toBe('Gönderim duraklatıldı · Yükleniyor: 1 · Bekliyor: 4');
  expect(trayWords(t, { ...facts, counts: { ...counts, uploading: 0, waiting: 0 } })).toBe('Yolda faks yok');
});

it('the tray’s menu pauses what runs, resumes what is paused, and offers nothing while the program ends', () => {
  expect(commands(facts)).toEqual(['open', 'newFax', 'showOutbox', 'pause', 'quit']);
  expect(commands({ ...facts, isPaused: true })).toContain('resume');
  expect(commands({ ...facts, isQuitting: true })).toEqual([]);
});
