import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from '../phone/fax-number';
import { isLink, LINK_LIMIT, readLink } from './link';

const numbersOf = (text: string): readonly string[] | null => {
  const link = readLink(text);
  return link.ok && link.value.kind === 'fax' ? link.value.numbers : null;
};

describe('a link', () => {
  it.each([
    ['fax:+902123205072', ['+902123205072']],
    ['FAX:+90-212-320-50-72', ['+902123205072']],
    ['tel:+90.212.(320).5072', ['+902123205072']],
    ['tel://+902123205072', ['+902123205072']],
    ['fax:0212%20320%2050%2072', ['02123205072']],
    ['fax:%2B902123205072', ['+902123205072']],
    ['tel:02123205072;phone-context=+90', ['+902123205072']],
    ['tel:3205072;phone-context=+90212', ['+902123205072']],
    ['tel:02123205072;phone-context=example.com', ['02123205072']],
    ['fax:+902123205072;tsub=1?subject=x#y', ['+902123205072']],
    ['faksla:new', []],
    ['faksla://new/?to=', []],
    ['faksla:new?to=+902123205072', ['+902123205072']],
    ['faksla:new?to=%2B902123205072&to=0312%20111%2022%2033', ['+902123205072', '03121112233']],
    ['faksla:new?to=02123205072,02163334455&send=1&file=/etc/passwd', ['02123205072', '02163334455']],
  ])('%s names its numbers', (text, numbers) => {
    expect(numbersOf(text)).toEqual(numbers);
  });

  it('tells of an extension, which a fax can’t dial', () => {
    expect(readLink('tel:+90-212-320-50-72;ext=14;isub=9')).toEqual({
      ok: true,
      value: { kind: 'fax', numbers: ['+902123205072'], extension: '14' },
    });
  });

  it.each(['outbox', 'records', 'settings'])('shows a screen: %s', (screen) => {
    expect(readLink(`faksla:${screen}`)).toEqual({ ok: true, value: { kind: 'show', screen } });
  });

  it.each([
    'fax:',
    'tel:;ext=1',
    'fax:call me',
    'fax:+90%zz',
    'fax:+90%0a212',
    'fax:+902123205072%00',
    'fax:--remote-debugging-port=1',
    'tel:javascript:alert(1)',
    `fax:${'1'.repeat(25)}`,
    'faksla:send?to=+902123205072',
    'faksla:../../x',
    'faksla:new?to=<script>',
    'faksla://app/index.html',
    `faksla:new?to=${Array.from({ length: 101 }, () => '02123205072').join()}`,
    'http://example.com',
    'fax:+90212\u202e3205072;ext=\u0007',
  ])('that is nonsense is told: %s', (text) => {
    expect(readLink(text)).toMatchObject({ ok: false, failure: { kind: 'linkUnusable' } });
  });

  it('of 10,000 characters is told in a short sentence', () => {
    const read = readLink(`fax:${'9'.repeat(10_000)}`);
    expect(read.ok || JSON.stringify(read.failure).length).toBeLessThan(150);
  });

  it('never throws, and never yields anything but what could be dialled', () => {
    const hostile = fc.oneof(
      fc.string({ maxLength: LINK_LIMIT + 10, unit: 'binary' }),
      fc.stringMatching(/^[-+%0-9a-fA-F;=?&#/:.() ]{0,60}$/),
    );
    fc.assert(
      fc.property(fc.constantFrom('fax:', 'tel:', 'faksla:', 'faksla:new?to=', ''), hostile, (scheme, rest) => {
        const link = readLink(scheme + rest);
        if (!link.ok) expect(JSON.stringify(link.failure)).not.toMatch(/[\u0000-\u001f\u202e]/);
        else if (link.value.kind === 'fax') {
          for (const number of link.value.numbers) expect(number).toMatch(/^\+?\d+$/);
        }
      }),
    );
  });

  it('carries every number a person can type', () => {
    const digits = fc.stringMatching(/^\+?[1-9]\d{6,13}$/);
    fc.assert(
      fc.property(digits, fc.constantFrom('fax:', 'tel:', 'faksla:new?to='), (number, scheme) => {
        const [carried = ''] = numbersOf(scheme + number) ?? [];
        expect(parseNumber(carried).ok).toBe(parseNumber(number).ok);
        expect(carried.replace(/\D/g, '')).toContain(number.replace(/\D/g, ''));
      }),
    );
  });
});

describe('a word of the command line', () => {
  it.each(['fax:1', 'TEL:+90', 'faksla:new'])('is a link: %s', (word) => expect(isLink(word)).toBe(true));
  it.each(['fax.pdf', 'C:\\fax:1', './tel:1', '--fax:1', 'faxes:1'])('is none: %s', (word) =>
    expect(isLink(word)).toBe(false),
  );
});
