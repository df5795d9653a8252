import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNamedNumbers } from './named-numbers';

const read = (text: string): string[] =>
  readNamedNumbers(text).map(({ number, name }) => (name === null ? number : `${number} = ${name}`));

describe('a list of recipients', () => {
  it('has its entries apart by lines, commas, semicolons and tabs', () => {
    expect(read('0212 320 50 72; 0216 111 22 33,444 0 123\t+49 30 1234567\r\n0312 1112233\n')).toEqual([
      '0212 320 50 72',
      '0216 111 22 33',
      '444 0 123',
      '+49 30 1234567',
      '0312 1112233',
    ]);
  });

  it.each([
    ['Ağrı Hukuk <0212 320 50 72>', '0212 320 50 72 = Ağrı Hukuk'],
    ['2. Noter 1968 <0212 320 50 72>', '0212 320 50 72 = 2. Noter 1968'],
    ['Ağrı Hukuk: +90 (212) 320 50 72', '+90 (212) 320 50 72 = Ağrı Hukuk'],
    ['Ağrı Hukuk 0212 320 50 72', '0212 320 50 72 = Ağrı Hukuk'],
    ['0212 320 50 72 Ağrı Hukuk', '0212 320 50 72 = Ağrı Hukuk'],
    ['Ağrı Hukuk\t0212 320 50 72', '0212 320 50 72 = Ağrı Hukuk'],
    ['0212 320 50 72;Ağrı;Hukuk', '0212 320 50 72 = Ağrı Hukuk'],
  ])('knows the name in %j', (text, entry) => {
    expect(read(text)).toEqual([entry]);
  });

  it('leaves out a table’s heading, and nothing else', () => {
    expect(read('Ad\tFaks No\nAğrı Hukuk\t0212 320 50 72')).toEqual(['0212 320 50 72 = Ağrı Hukuk']);
    expect(read('Faks No')).toEqual(['Faks No']);
    expect(read('elma\n0212 320 50 72')).toEqual(['elma', '0212 320 50 72']);
  });

  it('keeps what it can’t tell apart', () => {
    expect(read('0212 320 50 72, 0216 111 22 33, elma')).toEqual(['0212 320 50 72', '0216 111 22 33', 'elma']);
    expect(read('0212 320 50 72 x5')).toEqual(['0212 320 50 72 x5']);
    expect(read('0212 320 50 72 dahili 5')).toEqual(['0212 320 50 72 dahili 5']);
  });
});

describe('a list of numbers alone', () => {
  const numbersIn = (text: string): string[] => readNamedNumbers(text).map(({ number }) => number);

  it('is split at lines, commas, semicolons and tabs, and nowhere else', () => {
    const pasted = '0 212 320 50 72\r\n+90 (216) 111 22 33; 444 0 123,\t00 49 30 1234567\n\n';
    expect(numbersIn(pasted)).toEqual(['0 212 320 50 72', '+90 (216) 111 22 33', '444 0 123', '00 49 30 1234567']);
  });

  it('is nothing in nothing', () => {
    expect(numbersIn(' \n;, ')).toEqual([]);
  });

  it('gives back the numbers that were joined', () => {
    const number = fc.stringMatching(/^\+?[0-9][0-9 ]{4,12}[0-9]$/);
    const separator = fc.constantFrom('\n', '\r\n', ',', ';', ', ', '\t');
    fc.assert(
      fc.property(fc.array(number), separator, (numbers, between) => {
        expect(numbersIn(numbers.join(between))).toEqual(numbers);
      }),
    );
  });
});
