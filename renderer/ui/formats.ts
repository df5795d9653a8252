import { momentOfStamp } from '../../app/api/stamps';
import type { Translate } from '../../app/i18n/translate';
import type { Language } from '../../app/settings';

/** How dates, sizes and durations are written in one language. */
export interface Formats {
  /** Epoch milliseconds, in the computer's own zone. */
  readonly moment: (atMs: number) => string;
  /** The same without its date where that is today's. */
  readonly soon: (atMs: number) => string;
  /** The date of a moment alone, and the time of day alone. */
  readonly day: (atMs: number) => string;
  readonly time: (atMs: number) => string;
  /** The service's `2018-06-05 10:57:45`, Türkiye's time, as a moment; what is no stamp as it is. */
  readonly stamp: (stamp: string) => string;
  /** A day `2026-11-03` or a month `2026-11` of the calendar. */
  readonly calendar: (span: string) => string;
  readonly bytes: (bytes: number) => string;
  readonly seconds: (seconds: number) => string;
  readonly number: (value: number) => string;
  readonly percent: (share: number) => string;
  readonly pages: (count: number) => string;
  readonly recipients: (count: number) => string;
}

export function createFormats(language: Language, t: Translate): Formats {
  const moment = lazily(() => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }));
  const day = lazily(() => new Intl.DateTimeFormat(language, { dateStyle: 'full' }));
  const time = lazily(() => new Intl.DateTimeFormat(language, { timeStyle: 'short' }));
  const calendarDay = lazily(() => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }));
  const calendarMonth = lazily(
    () => new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' }),
  );
  const whole = lazily(() => new Intl.NumberFormat(language, { maximumFractionDigits: 0 }));
  const tenth = lazily(() => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }));
  const durations = new Map<number, string>();
  const percent = lazily(() => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }));
  return {
    moment: (atMs) => moment().format(atMs),
    soon: (atMs) => (day().format(atMs) === day().format(Date.now()) ? time() : moment()).format(atMs),
    day: (atMs) => day().format(atMs),
    time: (atMs) => time().format(atMs),
    stamp: (text) => {
      const atMs = momentOfStamp(text);
      return atMs === null ? text : moment().format(atMs);
    },
    calendar: (span) => (span.length > 7 ? calendarDay() : calendarMonth()).format(Date.parse(span)),
    bytes: (bytes) => sizeText(bytes, whole, tenth),
    seconds: (seconds) => remembered(durations, Math.round(seconds), (rounded) => durationText(rounded, t)),
    number: (value) => whole().format(value),
    percent: (share) => percent().format(share),
    pages: (count) => (count === 1 ? t('ui.counts.onePage') : t('ui.counts.pages', { n: whole().format(count) })),
    recipients: (count) =>
      count === 1 ? t('ui.counts.oneRecipient') : t('ui.counts.recipients', { n: whole().format(count) }),
  };
}

/** Made when it is first asked for: all together take the start of a window longer than its first screen needs. */
function lazily<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}

/** Lists ask again and again for the same few; a longer memory than these need is given up. */
function remembered<K>(known: Map<K, string>, key: K, textOf: (key: K) => string): string {
  const text = known.get(key) ?? textOf(key);
  if (known.size > 1_000) known.clear();
  known.set(key, text);
  return text;
}

function sizeText(bytes: number, whole: () => Intl.NumberFormat, tenth: () => Intl.NumberFormat): string {
  if (bytes < 1_000_000) return `${whole().format(Math.ceil(bytes / 1000))} KB`;
  return `${tenth().format(bytes / 1_000_000)} MB`;
}

function durationText(seconds: number, t: Translate): string {
  if (seconds < 60) return t('ui.counts.seconds', { n: seconds });
  if (seconds >= 3600) return hoursText(Math.round(seconds / 60), t);
  const rest = seconds % 60;
  const minutes = Math.floor(seconds / 60);
  return rest === 0 ? t('ui.counts.minutes', { n: minutes }) : t('ui.counts.minutesSeconds', { m: minutes, s: rest });
}

function hoursText(minutes: number, t: Translate): string {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  return m === 0 ? t('ui.counts.hours', { n: h }) : t('ui.counts.hoursMinutes', { h, m });
}
