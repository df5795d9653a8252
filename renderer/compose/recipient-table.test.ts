import { describe, expect, it } from 'vitest';
import { entriesOf, guessColumns } from './recipient-table';

const table = [
  ['Ünvan', 'Cep', 'E-posta', 'Faks'],
  ['Ağrı Hukuk', '0532 111 22 33', 'a@b.tr', '0212 320 50 72'],
  ['Işık Noter', '0532 111 22 34', 'c@d.tr', ''],
];

describe('a table of recipients', () => {
  it('has its fax numbers under the heading that says so', () => {
    expect(guessColumns(table)).toMatchObject({ hasHeader: true, numberColumn: 3, nameColumn: 0 });
  });

  it('without a heading has them where numbers are', () => {
    const rows = [
      ['1', 'Ağrı Hukuk', '0212 320 50 72'],
      ['2', 'Işık Noter', '0312 320 50 72'],
    ];
    expect(guessColumns(rows)).toMatchObject({ hasHeader: false, numberColumn: 2, nameColumn: 1 });
    expect(guessColumns([['02123205072'], ['03123205072']])).toMatchObject({ numberColumn: 0, nameColumn: null });
  });

  it('has them where they should be, though none can be called', () => {
    const shortened = [
      ['Ünvan', 'Faks'],
      ['Ağrı Hukuk', '9,02E+11'],
    ];
    expect(guessColumns(shortened)).toMatchObject({ numberColumn: 1, nameColumn: 0 });
    expect(guessColumns([['Ağrı Hukuk', '3205072']])).toMatchObject({ numberColumn: 1 });
  });

  it('gives an entry a row, with its line, numbers missing or not', () => {
    expect(entriesOf(guessColumns(table))).toEqual([
      { line: 2, number: '0212 320 50 72', name: 'Ağrı Hukuk' },
      { line: 3, number: '', name: 'Işık Noter' },
    ]);
  });
});
