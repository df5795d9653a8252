import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayNumber, parseNumber, sameNumber } from './fax-number';

const digitsOf = (input: string): string | null => {
  const parsed = parseNumber(input);
  return parsed.ok ? parsed.value.digits : null;
};
const warningOf = (input: string) => {
  const parsed = parseNumber(input);
  return parsed.ok ? parsed.value.warning : 'impossible';
};

describe('parseNumber', () => {
  it.each([
    '0 212 320 50 72',
    '+90 (212) 320 50 72',
    '902123205072',
    '00902123205072',
    '0 90 212 320 50 72',
    '+90 0212 320 50 72',
    '+90 (0) 212 320 50 72',
    '212 320 50 72',
    '0212.320.50.72',
    '0212/3205072',
    '0212–320–50–72',
    '0212\u00a0320\u202f50\u200b72',
    '\u202a+90 212 320 50 72\u202c',
    '\uff10\uff12\uff11\uff12 \uff13\uff12\uff10 50 72',
    '\uff0b90 212 320 50 72',
    '  02123205072\n',
  ])('reads %j as the same number in Istanbul', (input) => {
    expect(parseNumber(input)).toEqual({ ok: true, value: { digits: '902123205072', warning: null } });
  });

  it.each([
    ['00 49 30 1234567', '49301234567'],
    ['+49 (0)30 1234567', '49301234567'],
    ['49301234567', '49301234567'],
    ['+1 212-555-2368', '12125552368'],
    ['444 0 123', '904440123'],
    ['90 444 0 123', '904440123'],
    ['0850 123 45 67', '908501234567'],
  ])('reads %j as %s', (input, digits) => {
    expect(digitsOf(input)).toBe(digits);
  });

  it.each([
    '',
    ' ',
    '+',
    'abc',
    '123',
    '12345678901234567890',
    '320 50 72',
    '0212 320 50',
    '0212 FAKS',
    '0212 320 50 72 x5',
    '0212 320 50 72, 0216 320 50 72',
    '++902123205072',
  ])('calls %j impossible', (input) => {
    expect(parseNumber(input)).toEqual({ ok: false, failure: { kind: 'numberImpossible', input } });
  });

  it('accepts, with a warning, a number that no numbering plan lists', () => {
    expect(parseNumber('901234567891')).toEqual({ ok: true, value: { digits: '901234567891', warning: 'unusual' } });
  });

  it('warns of a mobile number, and of no other', () => {
    expect(warningOf('0532 123 45 67')).toBe('mobile');
    expect(warningOf('0850 123 45 67')).toBeNull();
    expect(warningOf('+49 5323 1234')).toBeNull();
  });

  it('reads its own digits, with a plus in front, as the same number', () => {
    const typed = fc.stringMatching(/^(?:\+|00|0)?[1-9][0-9]{6,13}$/).filter((input) => digitsOf(input) !== null);
    fc.assert(
      fc.property(typed, (input) => {
        const digits = digitsOf(input);
        expect(digitsOf(`+${String(digits)}`)).toBe(digits);
      }),
    );
  });

  it('answers E.164 digits, or a failure, for any text', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...Array.from('0123459 +-()./')) }),
    );
    fc.assert(fc.property(typed, (input) => /^[1-9]\d{5,14}$/.test(digitsOf(input) ?? '900000')));
  });
});

const turkish = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([first, rest]) => `90${String(first)}${String(rest).padStart(9, '0')}`);
const separator = fc.constantFrom('', ' ', '\u00a0', '-', '.', '/', '(', ')');

describe('a Turkish number', () => {
  it('is read the same with any prefix and any punctuation', () => {
    const spelling = fc.tuple(turkish, fc.constantFrom('90', '+90', '0090', '0', ''), fc.array(separator));
    fc.assert(
      fc.property(spelling, ([digits, prefix, separators]) => {
        const typed = Array.from(`${prefix}${digits.slice(2)}`, (digit, at) => digit + (separators[at] ?? '')).join('');
        expect(digitsOf(typed)).toBe(digits);
        expect(sameNumber(typed, digits)).toBe(true);
      }),
    );
  });

  it('is read back from how it is shown', () => {
    fc.assert(fc.property(turkish, (digits) => digitsOf(displayNumber(digits)) === digits));
  });
});

describe('displayNumber', () => {
  it.each([
    ['902123205072', '0212 320 50 72'],
    ['49301234567', '+49 30 1234567'],
    ['901234567891', '+90 1234567891'],
    ['1001', '1001'],
    ['', ''],
    ['Gizli', 'Gizli'],
  ])('shows %j as %j', (digits, shown) => {
    expect(displayNumber(digits)).toBe(shown);
  });
});

describe('sameNumber', () => {
  it('compares the spellings the service uses', () => {
    expect(sameNumber('902123205072', '2123205072')).toBe(true);
    expect(sameNumber('902123205072', '02123205072')).toBe(true);
    expect(sameNumber('902123205072', '+902123205072')).toBe(true);
    expect(sameNumber('902123205072', '902123205073')).toBe(false);
  });

  it('compares internal lines by their digits', () => {
    expect(sameNumber('1001', '1001')).toBe(true);
    expect(sameNumber('1001', '1002')).toBe(false);
  });

  it('never takes two missing numbers for the same', () => {
    expect(sameNumber('', '')).toBe(false);
    expect(sameNumber('Gizli', 'Gizli')).toBe(false);
  });
});
