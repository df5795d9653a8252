import { startOfDay } from '../local-day';
import type { TimeSpan } from './time-span';

/** What a date's words mean, and how many of them there are. */
export interface DateWords {
  readonly span: TimeSpan;
  readonly used: number;
}

const months = [
  ['ocak', 'january', 'jan'],
  ['subat', 'february', 'feb'],
  ['mart', 'march', 'mar'],
  ['nisan', 'april', 'apr'],
  ['mayis', 'may'],
  ['haziran', 'june', 'jun'],
  ['temmuz', 'july', 'jul'],
  ['agustos', 'august', 'aug'],
  ['eylul', 'september', 'sep', 'sept'],
  ['ekim', 'october', 'oct'],
  ['kasim', 'november', 'nov'],
  ['aralik', 'december', 'dec'],
] as const;
const monthOf = new Map<string, number>(months.flatMap((names, index) => names.map((name) => [name, index] as const)));

interface Day {
  readonly year: number;
  /** From 0. */
  readonly month: number;
  readonly day: number;
}

const days = ({ year, month, day }: Day, count = 1): TimeSpan => ({
  from: startOfDay(year, month, day),
  until: startOfDay(year, month, day + count),
});
const wholeMonth = (year: number, month: number): TimeSpan => ({
  from: startOfDay(year, month, 1),
  until: startOfDay(year, month + 1, 1),
});
const wholeYear = (year: number): TimeSpan => ({ from: startOfDay(year, 0, 1), until: startOfDay(year + 1, 0, 1) });

function today(now: number): Day {
  const local = new Date(now);
  return { year: local.getFullYear(), month: local.getMonth(), day: local.getDate() };
}

const before = (date: Day, count: number): Day => ({ ...date, day: date.day - count });

/** Monday is 0. */
const weekday = ({ year, month, day }: Day): number => (new Date(Date.UTC(year, month, day)).getUTCDay() + 6) % 7;

type Meaning = (date: Day) => TimeSpan;
const relative: readonly (readonly [words: readonly string[], meaning: Meaning])[] = [
  [['bugun'], (date) => days(date)],
  [['today'], (date) => days(date)],
  [['dun'], (date) => days(before(date, 1))],
  [['yesterday'], (date) => days(before(date, 1))],
  [['evvelsi', 'gun'], (date) => days(before(date, 2))],
  ...both(['bu', 'hafta'], ['this', 'week'], (date) => days(before(date, weekday(date)), 7)),
  ...both(['gecen', 'hafta'], ['last', 'week'], (date) => days(before(date, weekday(date) + 7), 7)),
  ...both(['bu', 'ay'], ['this', 'month'], ({ year, month }) => wholeMonth(year, month)),
  ...both(['gecen', 'ay'], ['last', 'month'], ({ year, month }) => wholeMonth(year, month - 1)),
  ...both(['bu', 'yil'], ['this', 'year'], ({ year }) => wholeYear(year)),
  ...both(['gecen', 'yil'], ['last', 'year'], ({ year }) => wholeYear(year - 1)),
];

function both(turkish: readonly string[], english: readonly string[], meaning: Meaning) {
  return [
    [turkish, meaning],
    [english, meaning],
  ] as const;
}

/** Reads the date that begins with `words[at]`, folded words, in the computer's own zone; `null` where none does. */
export function readDateWords(words: readonly string[], at: number, now: number): DateWords | null {
  return readRelative(words, at, now) ?? readNamed(words, at, now) ?? readNumeric(words[at] ?? '', now);
}

function readRelative(words: readonly string[], at: number, now: number): DateWords | null {
  const found = relative.find(([wanted]) => wanted.every((word, index) => words[at + index] === word));
  return found === undefined ? null : { span: found[1](today(now)), used: found[0].length };
}

const yearIn = (word: string | undefined): number | null =>
  word !== undefined && /^(?:19|20)\d{2}$/.test(word) ? Number(word) : null;
const dayIn = (word: string | undefined): number | null =>
  word !== undefined && /^(?:[1-9]|[12]\d|3[01]|0[1-9])\.?$/.test(word) ? Number.parseInt(word, 10) : null;

/** `3 kasım 2026`, `3 kasım`, `kasım 2026`, `november 3`: a month alone may be somebody's name. */
function readNamed(words: readonly string[], at: number, now: number): DateWords | null {
  const [first, second, third] = [words[at], words[at + 1], words[at + 2]];
  const month = monthOf.get(first ?? '');
  if (month !== undefined) {
    const year = yearIn(second);
    if (year !== null) return { span: wholeMonth(year, month), used: 2 };
    return dayAndYear(dayIn(second), month, third, now);
  }
  const named = monthOf.get(second ?? '');
  return named === undefined ? null : dayAndYear(dayIn(first), named, third, now);
}

function dayAndYear(day: number | null, month: number, yearWord: string | undefined, now: number): DateWords | null {
  if (day === null) return null;
  const year = yearIn(yearWord);
  const span = spanOfDay(year ?? latestYear(month, day, now), month, day);
  return span === null ? null : { span, used: year === null ? 2 : 3 };
}

/** Without a year the last such day that is not in the future. */
function latestYear(month: number, day: number, now: number): number {
  const { year } = today(now);
  return startOfDay(year, month, day) > now ? year - 1 : year;
}

function spanOfDay(year: number, month: number, day: number): TimeSpan | null {
  const exists = new Date(Date.UTC(year, month, day)).getUTCMonth() === month;
  return exists ? days({ year, month, day }) : null;
}

/** `03.11.2026`, `3/11/2026`, `3.11`, `11.2026`, `2026-11-03`, `2026-11`. */
function readNumeric(word: string, now: number): DateWords | null {
  const span = readDayFirst(word, now) ?? readYearFirst(word) ?? readMonth(word);
  return span === null ? null : { span, used: 1 };
}

const isMonth = (month: number): boolean => month >= 0 && month < 12;

function readDayFirst(word: string, now: number): TimeSpan | null {
  const [, dayText, monthText, yearText] = /^(\d{1,2})[./](\d{1,2})(?:[./]((?:19|20)\d{2}))?\.?$/.exec(word) ?? [];
  const [day, month] = [Number(dayText), Number(monthText) - 1];
  if (!isMonth(month) || !(day >= 1 && day <= 31)) return null;
  return spanOfDay(yearText === undefined ? latestYear(month, day, now) : Number(yearText), month, day);
}

function readYearFirst(word: string): TimeSpan | null {
  const [, year, month, day] = /^((?:19|20)\d{2})-(\d{2})-(\d{2})$/.exec(word) ?? [];
  return isMonth(Number(month) - 1) ? spanOfDay(Number(year), Number(month) - 1, Number(day)) : null;
}

function readMonth(word: string): TimeSpan | null {
  const [, month = '', year = ''] = /^(\d{1,2})[./]((?:19|20)\d{2})$/.exec(word) ?? [];
  const [, yearBefore = year, monthAfter = month] = /^((?:19|20)\d{2})-(\d{2})$/.exec(word) ?? [];
  if (yearBefore === '' || !isMonth(Number(monthAfter) - 1)) return null;
  return wholeMonth(Number(yearBefore), Number(monthAfter) - 1);
}
