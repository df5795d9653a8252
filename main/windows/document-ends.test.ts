import { expect, it } from 'vitest';
import { endsOf } from './document-ends';

const KB = 1024;

it.each([
  ['an empty document', 0, 0, 0],
  ['a small one, all of it at the beginning', 100 * KB, 100 * KB, 0],
  ['one that two ends make up', 150 * KB, 128 * KB, 22 * KB],
  ['a usual one', 1000 * KB, 128 * KB, 64 * KB],
  ['a large one', 3000 * KB, 300 * KB, 64 * KB],
  ['a very large one', 6000 * KB, 512 * KB, 64 * KB],
])('%s', (_what, total, beginningBytes, endBytes) => {
  const whole = Uint8Array.from({ length: total }, (_, at) => at % 251);
  const { beginning, end, total: told } = endsOf(whole);
  expect([told, beginning.length, end.length]).toEqual([total, beginningBytes, endBytes]);
  expect(beginning.every((byte, at) => byte === whole[at])).toBe(true);
  expect(end.every((byte, at) => byte === whole[total - endBytes + at])).toBe(true);
  expect(beginning.buffer.byteLength + end.buffer.byteLength).toBe(beginningBytes + endBytes);
});
