import { createHash } from 'node:crypto';
import { formatQueryStamp, formatStamp } from '../../../app/api/stamps';

/** How services write what they tell. */
export const stampForms = {
  documented: formatStamp,
  utc: formatQueryStamp,
  iso: (at: number) => new Date(at).toISOString(),
  dayFirst: (at: number) => formatStamp(at).replace(/^(\d+)-(\d+)-(\d+)/, '$3.$2.$1'),
  toTheMinute: (at: number) => formatStamp(at).slice(0, 16),
  epoch: (at: number) => String(Math.floor(at / 1000)),
  unreadable: () => 'az önce',
} satisfies Readonly<Record<string, (at: number) => string>>;
export type StampForm = keyof typeof stampForms;

export const numberForms = {
  international: (digits: string) => digits,
  plus: (digits: string) => `+${digits}`,
  national: (digits: string) => digits.replace(/^90/, '0'),
} satisfies Readonly<Record<string, (digits: string) => string>>;
export type NumberForm = keyof typeof numberForms;

/** `counted`: one more each time; `random`: in no order. */
export const idForms = {
  counted: (count: number) => String(20212 + count),
  random: (count: number) => createHash('md5').update(String(count)).digest('hex').slice(0, 12),
} satisfies Readonly<Record<string, (count: number) => string>>;
export type IdForm = keyof typeof idForms;
