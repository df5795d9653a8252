import type { FaxRequest } from '../../app/outbox/delivery';

/** When a fax is to be sent: at once, at a moment (epoch milliseconds), or in the office hours of the settings. */
export type When =
  { readonly kind: 'now' } | { readonly kind: 'at'; readonly at: number } | { readonly kind: 'officeHours' };

export const requestedAt = (when: When): Pick<FaxRequest, 'sendAt' | 'officeHoursOnly'> => ({
  ...(when.kind === 'at' && { sendAt: when.at }),
  ...(when.kind === 'officeHours' && { officeHoursOnly: true }),
});

const minuteMs = 60_000;
const yearMs = 366 * 24 * 60 * minuteMs;

/** Reads a `datetime-local` field, `2026-11-24T09:30`, by the computer's clock; `null` for what is not ahead. */
export function readMoment(text: string, now: number): number | null {
  const at = new Date(text).getTime();
  return Number.isFinite(at) && at > now && at <= now + yearMs ? at : null;
}

/** A moment as a `datetime-local` field wants it, by the computer's clock. */
export function fieldMoment(at: number): string {
  const moment = new Date(at);
  return new Date(at - moment.getTimezoneOffset() * minuteMs).toISOString().slice(0, 16);
}

/** Nine in the morning of the next day, which is offered first. */
export function tomorrowMorning(now: number): number {
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1, 9).getTime();
}
