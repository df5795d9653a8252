import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitNumbers } from './split';

it('splits a pasted list at lines, commas, semicolons and tabs, and nowhere else', () => {
  const pasted = '0 212 320 50 72\r\n+90 (216) 111 22 33; 444 0 123,\t00 49 30 1234567\n\n';
  expect(splitNumbers(pasted)).toEqual(['0 212 320 50 72', '+90 (216) 111 22 33', '444 0 123', '00 49 30 1234567']);
});

it('finds nothing in nothing', () => {
  expect(splitNumbers(' \n;, ')).toEqual([]);
});

it('gives back the numbers that were joined', () => {
  const number = fc.stringMatching(/^\+?[0-9][0-9 ]{4,12}[0-9]$/);
  const separator = fc.constantFrom('\n', '\r\n', ',', ';', ', ', '\t');
  fc.assert(
    fc.property(fc.array(number), separator, (numbers, between) => {
      expect(splitNumbers(numbers.join(between))).toEqual(numbers);
    }),
  );
});
