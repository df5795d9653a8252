import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from './csv';

describe('separated values', () => {
  it.each([
    ['Ad;Faks\nAğrı;0212\n', ';'],
    ['Ad,Faks\r\nAğrı,0212\r\n', ','],
    ['Ad\tFaks\rAğrı\t0212', 'tabs'],
  ])('are read from %j, apart by %s', (text) => {
    expect(readCsv(text)).toEqual([
      ['Ad', 'Faks'],
      ['Ağrı', '0212'],
    ]);
  });

  it('may be quoted, with separators, quotes and lines inside', () => {
    expect(readCsv('"Ağrı; Hukuk";"0212 ""320"""\n\n"iki\nsatır";1')).toEqual([
      ['Ağrı; Hukuk', '0212 "320"'],
      ['iki\nsatır', '1'],
    ]);
  });

  it.each([
    ['"";",,"', ['', ',,']],
    ['"a, b, c";5" boru', ['a, b, c', '5" boru']],
    ['5" boru,"; ; "', ['5" boru', '; ;']],
  ])('are told apart by what stands between the cells of %j', (text, row) => {
    expect(readCsv(text)).toEqual([row]);
  });

  it('are texts where a spreadsheet was told so, and their first line may name what is between them', () => {
    expect(readCsv('="0212";"=""+90 312"""')).toEqual([['0212', '+90 312']]);
    expect(readCsv('sep=,\r\nAd;x,Faks\r\n')).toEqual([['Ad;x', 'Faks']]);
  });

  it('are read back as they were written', () => {
    const isToldAsText = (text: string): boolean => /^="[^"]*"$/u.test(text);
    const cell = fc
      .string()
      .map((text) => text.trim())
      .filter((text) => !isToldAsText(text));
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, (rows) => {
        const kept = rows.filter((row) => row.some((each) => each !== ''));
        const text = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(';')).join('\n');
        expect(readCsv(text)).toEqual(kept);
      }),
    );
  });
});
