import * as z from 'zod/mini';

/** 1 is Monday, 7 Sunday (ISO 8601). */
const weekdaySchema = z.int().check(z.minimum(1), z.maximum(7));
/** `09:00`; `24:00` is the end of a day. */
const clockTimeSchema = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/));

/** When an office may be called, in Türkiye's time. `from` at or after `to` runs over midnight, into the next day. */
export const officeHoursSchema = z.object({
  days: z.array(weekdaySchema).check(z.minLength(1), z.maxLength(7)),
  from: clockTimeSchema,
  to: clockTimeSchema,
});
export type OfficeHours = z.infer<typeof officeHoursSchema>;

export const usualOfficeHours: OfficeHours = { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' };

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Türkiye has been UTC+3 all year since September 2016. */
const istanbulMs = 3 * 60 * minuteMs;

/** The first moment at or after `at` within office hours; all in epoch milliseconds. */
export function officeMoment(hours: OfficeHours, at: number): number {
  const today = Math.floor((at + istanbulMs) / dayMs) * dayMs - istanbulMs;
  const starts = [-1, 0, 1, 2, 3, 4, 5, 6, 7].map((days) => today + days * dayMs).filter((day) => isOpen(hours, day));
  for (const start of starts) {
    const from = start + minutesOf(hours.from) * minuteMs;
    const to = from + lengthMs(hours);
    if (at < to) return Math.max(at, from);
  }
  return at;
}

const isOpen = ({ days }: OfficeHours, dayStart: number): boolean => days.includes(weekdayOf(dayStart));

/** 1 January 1970 was a Thursday. */
const weekdayOf = (dayStart: number): number => ((Math.floor((dayStart + istanbulMs) / dayMs) + 3) % 7) + 1;

function lengthMs({ from, to }: OfficeHours): number {
  const minutes = minutesOf(to) - minutesOf(from);
  return (minutes > 0 ? minutes : minutes + 24 * 60) * minuteMs;
}

function minutesOf(clockTime: string): number {
  const [hours = 0, minutes = 0] = clockTime.split(':').map(Number);
  return hours * 60 + minutes;
}
