import type { Overview } from '../../app/history/overview';

/** What one bar tells of: a day (`2026-11-03`) or a month (`2026-11`). */
export interface Span {
  readonly name: string;
  readonly sent: number;
  readonly failed: number;
  readonly received: number;
}

/** More bars than these can't be told apart. */
const MOST_DAYS = 62;
const dayMs = 86_400_000;

/** One span for each day from the first to the last, also those without a fax; months where there are many days. */
export function spansOf(days: Overview['days']): { by: 'day' | 'month'; spans: Span[] } {
  const first = days[0]?.day;
  const last = days.at(-1)?.day;
  if (first === undefined || last === undefined) return { by: 'day', spans: [] };
  const count = (Date.parse(last) - Date.parse(first)) / dayMs + 1;
  const by = count > MOST_DAYS ? 'month' : 'day';
  const length = by === 'day' ? 10 : 7;
  const spans = new Map<string, Span>();
  for (let at = Date.parse(first); at <= Date.parse(last); at += dayMs) {
    const name = new Date(at).toISOString().slice(0, length);
    if (!spans.has(name)) spans.set(name, { name, sent: 0, failed: 0, received: 0 });
  }
  for (const { day, sent, failed, received } of days) {
    const name = day.slice(0, length);
    const known = spans.get(name) ?? { name, sent: 0, failed: 0, received: 0 };
    spans.set(name, {
      name,
      sent: known.sent + sent,
      failed: known.failed + failed,
      received: known.received + received,
    });
  }
  return { by, spans: [...spans.values()] };
}

/** The top of an axis that holds `value`: 1, 2 or 5 times a power of ten. */
export function axisTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return [1, 2, 5, 10].map((step) => step * power).find((top) => top >= value) ?? value;
}
