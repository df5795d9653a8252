import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatQueryStamp, formatStamp, momentOfStamp, readStamp } from './stamps';

describe('a stamp', () => {
  it('reads a stamp without a zone as the time in Istanbul', () => {
    expect(momentOfStamp('2018-06-05 10:57:45')).toBe(Date.UTC(2018, 5, 5, 7, 57, 45));
  });

  it('believes a zone where there is one', () => {
    const at = Date.UTC(2018, 5, 5, 10, 57, 45);
    expect(momentOfStamp('2018-06-05 10:57:45 UTC')).toBe(at);
    expect(momentOfStamp('2018-06-05T13:57:45.123+03:00')).toBe(at);
    expect(momentOfStamp('2018-06-05T13:57:45+0300')).toBe(at);
  });

  it.each([
    ['2018-06-05 10:57:45', 1_000],
    ['05.06.2018 10:57', 60_000],
    ['2018-06-05', 86_400_000],
  ])('knows how much %j leaves open', (stamp, grainMs) => {
    expect(readStamp(stamp)?.grainMs).toBe(grainMs);
  });

  it.each(['', 'dün', '5/2018', '2018-02-30 10:00:00', '2018-13-01 10:00:00', '2018-06-05 25:00:00'])(
    'knows that %j is none',
    (stamp) => {
      expect(momentOfStamp(stamp)).toBeNull();
    },
  );
});

it('writes a range as the service documents it', () => {
  expect(formatQueryStamp(Date.UTC(2017, 7, 3, 12, 30, 32, 999))).toBe('2017-08-03 12:30:32 UTC');
});

it('reads back, to the second, what it writes', () => {
  const seconds = fc.integer({ min: Date.UTC(2016, 8, 8) / 1000, max: Date.UTC(2100) / 1000 });
  fc.assert(
    fc.property(seconds, (second) => {
      expect(momentOfStamp(formatStamp(second * 1000))).toBe(second * 1000);
      expect(momentOfStamp(formatQueryStamp(second * 1000))).toBe(second * 1000);
    }),
  );
});
