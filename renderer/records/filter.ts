import type { Direction, RecordFilter } from '../../app/api/entities';

/** The filter as it stands in the form. Days are `2026-11-23`, as a date field gives them; empty means any. */
export interface FilterForm {
  readonly from: string;
  readonly to: string;
  readonly direction: Direction | '';
  readonly sender: string;
  readonly recipient: string;
  readonly success: '' | 'true' | 'false';
}

export type FilterProblem = 'fromMissing' | 'fromAfterTo' | 'spanTooLong';

export const emptyFilter: FilterForm = { from: '', to: '', direction: '', sender: '', recipient: '', success: '' };

const dayMs = 86_400_000;
/** The service answers for at most so long (api.md). */
const longestSpanDays = 31;

/** The service's filter, or what is wrong with the days. Days begin in Türkiye, UTC+3, where the service's do. */
export function readFilter(form: FilterForm, nowMs: number): RecordFilter | FilterProblem {
  const since = startOfDay(form.from);
  const until = form.to === '' ? undefined : (startOfDay(form.to) ?? 0) + dayMs - 1000;
  const problem = problemOf(since, until, nowMs);
  if (problem) return problem;
  return {
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(form.direction && { direction: form.direction }),
    ...(form.sender && { sender: form.sender }),
    ...(form.recipient && { recipient: form.recipient }),
    ...(form.success && { success: form.success === 'true' }),
  };
}

const startOfDay = (day: string): number | undefined => (day === '' ? undefined : Date.parse(`${day}T00:00:00+03:00`));

function problemOf(since: number | undefined, until: number | undefined, nowMs: number): FilterProblem | null {
  if (since === undefined) return until === undefined ? null : 'fromMissing';
  const end = until ?? nowMs;
  if (until !== undefined && since > until) return 'fromAfterTo';
  return end - since > longestSpanDays * dayMs ? 'spanTooLong' : null;
}
