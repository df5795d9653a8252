import { describe, expect, it } from 'vitest';
import { formatStamp, momentOfStamp } from '../api/stamps';
import { officeHoursSchema, officeMoment, usualOfficeHours } from './office-hours';
import type { OfficeHours } from './office-hours';

const night: OfficeHours = { days: [5], from: '22:00', to: '02:30' };
const always: OfficeHours = { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' };

/** 2026-11-23 is a Monday. Both in Türkiye's time. */
const next = (hours: OfficeHours, at: string): string => formatStamp(officeMoment(hours, momentOfStamp(at) ?? 0));

describe('the next moment an office may be called', () => {
  it.each([
    ['within the hours', usualOfficeHours, '2026-11-23 14:05:30', '2026-11-23 14:05:30'],
    ['at their first second', usualOfficeHours, '2026-11-23 09:00:00', '2026-11-23 09:00:00'],
    ['before them', usualOfficeHours, '2026-11-23 08:59:59', '2026-11-23 09:00:00'],
    ['at their end', usualOfficeHours, '2026-11-23 18:00:00', '2026-11-24 09:00:00'],
    [
      'after midnight, when it is still yesterday in UTC',
      usualOfficeHours,
      '2026-11-24 01:00:00',
      '2026-11-24 09:00:00',
    ],
    ['on Friday evening', usualOfficeHours, '2026-11-27 18:30:00', '2026-11-30 09:00:00'],
    ['on Sunday', usualOfficeHours, '2026-11-29 12:00:00', '2026-11-30 09:00:00'],
    ['over a new year', { ...usualOfficeHours, days: [5] }, '2026-12-31 20:00:00', '2027-01-01 09:00:00'],
    ['before hours over midnight', night, '2026-11-27 21:00:00', '2026-11-27 22:00:00'],
    ['in hours over midnight, on the day after', night, '2026-11-28 02:29:00', '2026-11-28 02:29:00'],
    ['after hours over midnight', night, '2026-11-28 02:30:00', '2026-12-04 22:00:00'],
    ['around the clock', always, '2026-11-29 23:59:59', '2026-11-29 23:59:59'],
    [
      'around the clock, written the other way',
      { ...always, to: '00:00' },
      '2026-11-29 00:00:00',
      '2026-11-29 00:00:00',
    ],
  ])('%s', (_when, hours, at, expected) => {
    expect(next(hours, at)).toBe(expected);
  });
});

describe('office hours', () => {
  it.each([{ days: [] }, { days: [0] }, { days: [8] }, { from: '9:00' }, { to: '24:30' }, { to: '25:00' }])(
    'can’t be %o',
    (wrong) => {
      expect(officeHoursSchema.safeParse({ ...usualOfficeHours, ...wrong }).success).toBe(false);
    },
  );
});
