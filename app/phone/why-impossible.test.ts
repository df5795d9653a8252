import { expect, it } from 'vitest';
import { whyImpossible } from './why-impossible';

it.each([
  ['elma', 'noNumber'],
  ['0212 FAKS 12', 'letters'],
  ['9,02123E+11', 'shortened'],
  ['Ağrı Hukuk 9.02E11', 'shortened'],
  ['123', 'tooShort'],
  ['320 50 72', 'noAreaCode'],
  ['1234567890123456', 'tooLong'],
  ['0212 320 50', 'impossible'],
])('%j can’t be called: %s', (written, why) => {
  expect(whyImpossible(written)).toBe(why);
});
