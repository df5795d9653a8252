import { expect, it } from 'vitest';
import { endsOf } from './document-ends';

const KB = 1024;

it.each([
  ['an empty document', 0, 0, 0],
  ['a small one, all of it at the beginning', 90 * KB, 90 * KB, 0],
  ['one that two ends make up', 100 * KB, 96 * KB, 4 * KB],
  ['a usual one', 900 * KB, 96 * KB, 32 * KB],
  ['a large one', 3000 * KB, 300 * KB, 32 * KB],
  ['a very large one', 6000 * KB, 512 * KB, 32 * KB],
])('%s', (_what, total, beginningBytes, endBytes) => {
  const whole = Uint8Array.from({ length: total }, (_, at) => at % 251);
  const { ends, headers } = endsOf(whole);
  expect(headers).toEqual({ 'faksla-beginning': String(beginningBytes), 'faksla-total': String(total) });
  expect(ends).toHaveLength(beginningBytes + endBytes);
  expect(ends.every((byte, at) => byte === whole[at < beginningBytes ? at : total - ends.length + at])).toBe(true);
});
