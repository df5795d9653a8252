import { describe, expect, it } from 'vitest';
import { readMoment } from './moment';

describe('a moment typed on the command line', () => {
  it.each([
    ['2026-11-23', 'start', '2026-11-22T21:00:00Z'],
    ['2026-11-23', 'end', '2026-11-23T20:59:59Z'],
    ['2026-11-23 14:30', 'start', '2026-11-23T11:30:00Z'],
    ['2026-11-23T14:30:05', 'end', '2026-11-23T11:30:05Z'],
    ['2017-08-03 12:30:32 UTC', 'start', '2017-08-03T12:30:32Z'],
    ['2017-08-03T12:30:32Z', 'start', '2017-08-03T12:30:32Z'],
    ['2017-08-03T12:30:32.123Z', 'start', '2017-08-03T12:30:32Z'],
    ['2017-08-03 12:30:32+02:00', 'start', '2017-08-03T10:30:32Z'],
  ] as const)('%s (%s) is %s', (typed, edge, moment) => {
    expect(readMoment(typed, edge)).toBe(Date.parse(moment));
  });

  it.each(['', 'yesterday', '2026-13-01', '2026-02-30', '23.11.2026', '2026-11-23 25:00'])('%s is none', (typed) => {
    expect(readMoment(typed, 'start')).toBeNull();
  });
});
