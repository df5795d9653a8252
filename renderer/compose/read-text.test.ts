import { expect, it } from 'vitest';
import { readText } from './read-text';

const utf8 = new TextEncoder().encode('Şığ');

it.each([
  ['UTF-8', [...utf8]],
  ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, ...utf8]],
  ['Windows-1254', [0xde, 0xfd, 0xf0]],
  ['UTF-16 with its mark', [0xff, 0xfe, 0x5e, 0x01, 0x31, 0x01, 0x1f, 0x01]],
])('a Turkish text is read from %s', (_, bytes) => {
  expect(readText(Uint8Array.from(bytes))).toBe('Şığ');
});
