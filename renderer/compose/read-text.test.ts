import { expect, it } from 'vitest';
import { isText, readText } from './read-text';

const utf8 = new TextEncoder().encode('Şığ');

it.each([
  ['UTF-8', [...utf8]],
  ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, ...utf8]],
  ['Windows-1254', [0xde, 0xfd, 0xf0]],
  ['UTF-16 with its mark', [0xff, 0xfe, 0x5e, 0x01, 0x31, 0x01, 0x1f, 0x01]],
])('a Turkish text is read from %s', (_, bytes) => {
  expect(isText(Uint8Array.from(bytes))).toBe(true);
  expect(readText(Uint8Array.from(bytes))).toBe('Şığ');
});

it('a workbook is no text', () => {
  expect(isText(Uint8Array.of(0x50, 0x4b, 3, 4, 0x14, 0, 6, 0))).toBe(false);
  expect(isText(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0))).toBe(false);
});
