import { expect, it } from 'vitest';
import { parseRetryAfter } from './retry-after';

const now = Date.UTC(2026, 0, 1, 12, 0, 0);

it.each([
  ['17', 17],
  [' 0 ', 0],
  ['Thu, 01 Jan 2026 12:01:30 GMT', 90],
  ['Thu, 01 Jan 2026 11:00:00 GMT', 0],
  [null, null],
  ['', null],
  ['soon', null],
  ['-5', null],
  ['1.5', null],
])('takes %j for %j seconds', (header, seconds) => {
  expect(parseRetryAfter(header, now)).toBe(seconds);
});
