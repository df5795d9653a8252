import { parseStamp } from '../api/stamps';

const dayFirst = /^(\d{1,2})[./](\d{1,2})[./](\d{4})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$/;
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const epoch = /^\d{10}(?:\d{3})?$/;

/**
 * A moment in any form a service might write it, epoch milliseconds: the documented one, ISO 8601, day first, with a zone
 * or none (then Türkiye's), seconds or milliseconds since 1970. `null` for what is none.
 */
export function readStamp(stamp: string): number | null {
  const text = stamp.trim();
  const documented = parseStamp(text);
  if (documented !== null) return documented;
  if (epoch.test(text)) return Number(text) * (text.length === 10 ? 1000 : 1);
  const [, day, month, year, ...time] = dayFirst.exec(text) ?? [];
  if (day !== undefined) return parseStamp(stampOf(year, month, day, time));
  const [, ...parts] = yearFirst.exec(text) ?? [];
  return parts.length === 0 ? null : parseStamp(stampOf(parts[0], parts[1], parts[2], parts.slice(3)));
}

type Part = string | undefined;

const two = (part: Part): string => (part ?? '0').padStart(2, '0');

const stampOf = (year: Part, month: Part, day: Part, [hour, minute, second]: readonly Part[]): string =>
  `${year ?? ''}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
