import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTranslate } from '../../app/i18n/translate';
import { createFormats } from './formats';

const turkish = createFormats('tr', createTranslate('tr'));
const english = createFormats('en', createTranslate('en'));

afterEach(() => void vi.unstubAllEnvs());

describe('formats', () => {
  it('write the service’s stamps in the computer’s own zone, as all other moments', () => {
    for (const [zone, turkishTime, englishTime] of [
      ['Europe/Istanbul', '5 Haz 2018 10:57', /^Jun 5, 2018, 11:57\sPM$/],
      ['Europe/Berlin', '5 Haz 2018 09:57', /^Jun 5, 2018, 10:57\sPM$/],
    ] as const) {
      vi.stubEnv('TZ', zone);
      const [local, localEnglish] = [
        createFormats('tr', createTranslate('tr')),
        createFormats('en', createTranslate('en')),
      ];
      expect(local.stamp('2018-06-05 10:57:45')).toBe(turkishTime);
      expect(local.stamp('2018-06-05 10:57:45')).toBe(local.moment(Date.UTC(2018, 5, 5, 7, 57, 45)));
      expect(localEnglish.stamp('2018-06-05 23:57:45')).toMatch(englishTime);
    }
  });

  it('leave out the date of what is today', () => {
    vi.useFakeTimers({ now: new Date(2026, 10, 28, 7, 50) });
    expect(turkish.soon(new Date(2026, 10, 28, 9, 5).getTime())).toBe('09:05');
    expect(turkish.soon(new Date(2026, 10, 29, 9, 5).getTime())).toBe('29 Kas 2026 09:05');
    vi.useRealTimers();
  });

  it('write long durations in hours', () => {
    expect([3_599, 3_600, 35_105, 7_199].map(turkish.seconds)).toEqual(['59 dk 59 sn', '1 sa', '9 sa 45 dk', '2 sa']);
    expect(english.seconds(35_105)).toBe('9 h 45 min');
  });

  it('write a duration the same however often they are asked', () => {
    const texts = Array.from({ length: 3_000 }, (_, n) => turkish.seconds(n % 1_500));
    expect([texts[75], texts[1_575], turkish.seconds(75)]).toEqual(['1 dk 15 sn', '1 dk 15 sn', '1 dk 15 sn']);
  });

  it('leave what is no stamp alone', () => {
    expect(turkish.stamp('dün')).toBe('dün');
    expect(turkish.stamp('2018-02-31 10:00:00')).toBe('2018-02-31 10:00:00');
  });

  it('write days and months of the calendar in the language', () => {
    expect([turkish.calendar('2026-11-03'), turkish.calendar('2026-11')]).toEqual(['3 Kas 2026', 'Kas 2026']);
    expect([english.calendar('2026-11-03'), english.calendar('2026-11')]).toEqual(['Nov 3, 2026', 'Nov 2026']);
  });

  it('write sizes and durations for people', () => {
    expect(turkish.bytes(62_124)).toBe('63 KB');
    expect(turkish.bytes(1_530_000)).toBe('1,5 MB');
    expect(english.bytes(1_530_000)).toBe('1.5 MB');
    expect(turkish.seconds(59)).toBe('59 sn');
    expect(turkish.seconds(80.4)).toBe('1 dk 20 sn');
    expect(english.seconds(120)).toBe('2 min');
  });

  it('count one page and many', () => {
    expect([english.pages(1), english.pages(2), turkish.pages(1200)]).toEqual(['1 page', '2 pages', '1.200 sayfa']);
  });
});
