import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRow } from './csv';

describe('a row for a Turkish Excel', () => {
  it.each([
    [['a', null, 3], 'a;;3\r\n'],
    [[1.5], '1,5\r\n'],
    [['902123205072'], '"=""902123205072"""\r\n'],
    [['+90 212 963 01 31'], '"=""+90 212 963 01 31"""\r\n'],
    [['+90 (212) 963-0131'], '"=""+90 (212) 963-0131"""\r\n'],
    [['(212)'], '"=""(212)"""\r\n'],
    [['0212'], '"=""0212"""\r\n'],
    [['1001'], '1001\r\n'],
    [['3/11'], '"=""3/11"""\r\n'],
    [['12E4'], '"=""12E4"""\r\n'],
    [['1.250,00'], '"=""1.250,00"""\r\n'],
    [['2026-11-23 14:30:05'], '2026-11-23 14:30:05\r\n'],
    [['a;b', 'say "x"', 'two\nlines'], '"a;b";"say ""x""";"two\nlines"\r\n'],
    [['Ağaç İşleri'], 'Ağaç İşleri\r\n'],
  ])('of %j is %j', (cells, row) => {
    expect(csvRow(cells)).toBe(row);
  });

  it.each(['=1+1', '+49+30', '+SUM(A1)', '-2', '@SUM(A1)', '\t=1', ' =1', '\r=1'])('reckons with no %j', (cell) => {
    expect(csvRow([cell]).replace(/^"/, '')).toMatch(/^'/);
  });

  it('begins no cell with what a spreadsheet reckons with, whatever the text', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...Array.from('=+-@"; \t\r\n01a')) }));
    fc.assert(
      fc.property(text, (cell) => {
        const inside = csvRow([cell])
          .replace(/\r\n$/, '')
          .replace(/^"([^]*)"$/, '$1')
          .replaceAll('""', '"');
        expect(/^\s*[=+\-@]/.test(inside) && !/^="[\d.,:/ ()+-]*(?:e\d+)?%?"$/i.test(inside)).toBe(false);
      }),
    );
  });
});
