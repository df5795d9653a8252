import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, layOutText } from './text-layout';

const measure = (text: string): number => text.length;
const decoders = {
  utf8: (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
  utf16: (bytes: Uint8Array, little: boolean) => new TextDecoder(little ? 'utf-16le' : 'utf-16be').decode(bytes),
  windows1254: (bytes: Uint8Array) => new TextDecoder('windows-1254').decode(bytes),
};

describe('layOutText', () => {
  it('breaks lines at spaces, and words that are wider than the page', () => {
    expect(layOutText('Sayın yetkili, ekte teklifimiz', 10, 9, measure)).toEqual([
      ['Sayın', 'yetkili,', 'ekte', 'teklifimiz'],
    ]);
    expect(layOutText('0123456789abc d', 10, 9, measure)).toEqual([['0123456789', 'abc d']]);
  });

  it('keeps empty lines and indents, and begins pages when one is full or a form feed comes', () => {
    expect(layOutText('a\r\n\r\n\tb\nc\fd\n\n', 10, 2, measure)).toEqual([['a', ''], ['    b', 'c'], ['d']]);
  });

  it('loses no letter and keeps every line within the width', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('ş', 'i', ' ', '\n', 'x') }),
        fc.integer({ min: 1, max: 12 }),
        (text, width) => {
          const lines = layOutText(text, width, 5, measure).flat();
          expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
          expect(Math.max(...lines.map(measure))).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});

it('reads UTF-8, UTF-16 and Windows Turkish', () => {
  const text = 'Ağrı İşşiz';
  expect(decodeText(new TextEncoder().encode(text), decoders)).toBe(text);
  const utf16 = Uint8Array.from(`\uFEFF${text}`, () => 0);
  expect(utf16.length).toBe(text.length + 1);
  const bytes = new Uint8Array((text.length + 1) * 2);
  Array.from(`\uFEFF${text}`).forEach((letter, i) =>
    new DataView(bytes.buffer).setUint16(i * 2, letter.charCodeAt(0), true),
  );
  expect(decodeText(bytes, decoders)).toBe(text);
  expect(decodeText(Uint8Array.of(0x41, 0xf0, 0x72, 0xfd, 0xdd), decoders)).toBe('AğrıİX'.replace('X', ''));
});
