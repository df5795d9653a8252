import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fold } from '../fold';
import { numberCode, searchTextOf } from './search-text';
import { readSearchWords, type SearchWords } from './search-words';

/** 23 November 2026, 15:00 in Türkiye, a Monday. */
const now = Date.UTC(2026, 10, 23, 12);
const spanOf = (text: string): string[] | null => {
  const { span } = readSearchWords(text, now);
  const day = (at: number): string => new Date(at + 3 * 3_600_000).toISOString().slice(0, 16).replace('T00:00', '');
  return span === null ? null : [day(span.from), day(span.until)];
};
beforeEach(() => void vi.stubEnv('TZ', 'Europe/Istanbul'));
afterEach(() => void vi.unstubAllEnvs());

const phrases = (text: string): readonly string[] => readSearchWords(text, now).phrases;

describe('a date in a search', () => {
  it.each([
    ['bugün', '2026-11-23', '2026-11-24'],
    ['dün', '2026-11-22', '2026-11-23'],
    ['yesterday', '2026-11-22', '2026-11-23'],
    ['evvelsi gün', '2026-11-21', '2026-11-22'],
    ['bu hafta', '2026-11-23', '2026-11-30'],
    ['geçen hafta', '2026-11-16', '2026-11-23'],
    ['last month', '2026-10-01', '2026-11-01'],
    ['geçen yıl', '2025-01-01', '2026-01-01'],
    ['3 kasım', '2026-11-03', '2026-11-04'],
    ['3 Aralık', '2025-12-03', '2025-12-04'],
    ['3 KASIM 2024', '2024-11-03', '2024-11-04'],
    ['november 3, 2024', '2024-11-03', '2024-11-04'],
    ['kasım 2025', '2025-11-01', '2025-12-01'],
    ['03.11.2026', '2026-11-03', '2026-11-04'],
    ['3/11/2026', '2026-11-03', '2026-11-04'],
    ['2026-11-03', '2026-11-03', '2026-11-04'],
    ['11.2026', '2026-11-01', '2026-12-01'],
    ['2026-11', '2026-11-01', '2026-12-01'],
    ['29 şubat 2024', '2024-02-29', '2024-03-01'],
    ['1 kasım 5 kasım', '2026-11-01', '2026-11-06'],
  ])('%j is from %s until %s', (text, from, until) => {
    expect(spanOf(text)).toEqual([from, until]);
  });

  it('is one of the computer’s own zone, through the day its clocks change', () => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    const { span } = readSearchWords('25.10.2026', now);
    expect(span).toEqual({ from: Date.parse('2026-10-24T22:00:00Z'), until: Date.parse('2026-10-25T23:00:00Z') });
  });

  it.each(['kasım', '2026', '0212 320 50 72', 'mayıs a.ş.', '99.99.2026'])('is not in %j', (text) => {
    expect(spanOf(text)).toBeNull();
  });
});

describe('a number in a search', () => {
  it.each([
    '0212 320 50 72',
    '+90 212 320 50 72',
    '(0212) 320-50-72',
    '902123205072',
    '212 320 50 72',
    '00902123205072',
  ])('is the same spelt %j', (text) => {
    expect(phrases(text)).toEqual([numberCode('902123205072')]);
  });

  it.each([
    ['0212', '212'],
    ['320 50', '32050'],
    ['5072', '5072'],
    ['+49 30', '4930'],
    ['984 84 06', '9848406'],
    ['444 1 118', '4441118'],
  ])('may be part of one: %j', (text, part) => {
    expect(phrases(text)).toEqual([part]);
  });
});

describe('words in a search', () => {
  it('are folded, and short ones begin a word', () => {
    expect(phrases('Ağaç İŞ a "Öztürk İnşaat"')).toEqual(['ozturk  insaat', 'agac', ' is', '  a']);
  });

  it('find a record by any part of any of its texts, whatever the text', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('Ağaç İşleri A.Ş.', 'IĞDIR ılıca'));
    fc.assert(
      fc.property(text, text, (header, note) => {
        const record = {
          ...{ direction: 'inbound' as const, success: true, sender: '', recipient: '', senderDigits: '902123205072' },
          ...{ recipientDigits: '1001', header, note, result: 'Başarılı', tags: ['acil'], names: ['Ayşe Yılmaz'] },
        };
        const searched = searchTextOf(record);
        for (const word of [header, note]
          .flatMap((each) => fold(each).split(' '))
          .filter((each) => /^\p{L}{3,}$/u.test(each))) {
          for (const phrase of readSearchWords(`"${word}"`, now).phrases) expect(searched).toContain(phrase);
        }
        for (const typed of ['0212 320 50 72', '3205', '1001', 'BAŞARILI', 'acil', 'ayse', 'y'])
          for (const phrase of phrases(typed)) expect(searched).toContain(phrase);
      }),
    );
  });

  it('never throw, and are always long enough for the index', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const phrase of phrases(text)) expect(phrase.length).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});

describe('how a call ended, named in English', () => {
  const either = (text: string): SearchWords['either'] => readSearchWords(text, now).either;

  it('is looked for in the service’s words, too', () => {
    expect(either('Busy')).toEqual([['busy', 'mesgul']]);
    expect(either('yesterday NO ANSWER 5072')).toEqual([['no  answer', 'cevap  yok']]);
    expect(phrases('number not in use agac')).toEqual(['agac']);
  });

  it('is no more than words where it is not all of it, or in quotation marks', () => {
    for (const text of ['bus', 'answer', 'in use', '"busy"', 'meşgul'])
      expect([text, either(text)]).toEqual([text, []]);
  });
});
