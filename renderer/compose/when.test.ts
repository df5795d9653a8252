import { describe, expect, it } from 'vitest';
import { fieldMoment, readMoment, requestedAt, tomorrowMorning } from './when';

const now = new Date(2026, 10, 23, 17, 30).getTime();

describe('the moment to send at', () => {
  it('is read as it is written in the field', () => {
    const tomorrow = tomorrowMorning(now);
    expect(fieldMoment(tomorrow)).toBe('2026-11-24T09:00');
    expect(readMoment('2026-11-24T09:00', now)).toBe(tomorrow);
  });

  it.each(['', 'yarın', '2026-11-23T17:30', '2026-11-23T17:29', '2028-01-01T09:00'])('is not %j', (text) => {
    expect(readMoment(text, now)).toBeNull();
  });

  it('is part of what is asked for', () => {
    expect([
      requestedAt({ kind: 'now' }),
      requestedAt({ kind: 'at', at: 5 }),
      requestedAt({ kind: 'officeHours' }),
    ]).toEqual([{}, { sendAt: 5 }, { officeHoursOnly: true }]);
  });
});
