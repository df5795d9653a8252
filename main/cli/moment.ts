import { momentOfStamp } from '../../app/api/stamps';

const FORM = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?)?\s*(UTC|Z|[+-]\d{2}:?\d{2})?$/;

/** A moment as the user's computer writes it. */
export const localMoment = (at: number, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);

/**
 * A moment as typed on the command line, in epoch milliseconds; `null` where it is none. Without a zone it is read as
 * the service's stamps are; a date alone is its first or its last second.
 */
export function readMoment(typed: string, edge: 'start' | 'end'): number | null {
  const [, day, minute, second = ':00', zone = ''] = FORM.exec(typed.trim()) ?? [];
  if (day === undefined) return null;
  const time = minute === undefined ? (edge === 'start' ? '00:00:00' : '23:59:59') : minute + second;
  return momentOfStamp(`${day} ${time} ${zone}`.trim());
}
