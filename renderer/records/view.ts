import { type Direction, directionSchema } from '../../app/api/entities';
import { newestFirst, type RecordQuestion, type RecordSort, type SavedSearch } from '../../app/history/question';

/** Which records are shown, and how: what the fields of the screen say. Days are `2026-11-23`; empty means any. */
export interface RecordsView {
  readonly direction: Direction | 'all';
  readonly unread: boolean;
  readonly text: string;
  readonly from: string;
  readonly to: string;
  readonly sender: string;
  readonly recipient: string;
  readonly success: '' | 'true' | 'false';
  readonly tag: string;
  readonly sort: RecordSort;
}

export const wholeHistory: RecordsView = {
  ...{ direction: 'all', unread: false, text: '', from: '', to: '', sender: '', recipient: '', success: '', tag: '' },
  sort: newestFirst,
};

const dayMs = 86_400_000;
/** Türkiye is UTC+3 all year; the service's days begin there. */
const zoneMs = 3 * 3_600_000;

/** What main is asked for. A day that is no date is left out. */
export function questionOf(view: RecordsView): RecordQuestion {
  const since = startOfDay(view.from);
  const lastDay = startOfDay(view.to);
  const text = view.text.trim();
  const [sender, recipient, tag] = [view.sender.trim(), view.recipient.trim(), view.tag.trim()];
  return {
    ...(since !== null && { since }),
    ...(lastDay !== null && { until: lastDay + dayMs - 1 }),
    ...(view.direction !== 'all' && { direction: view.direction }),
    ...(sender !== '' && { sender }),
    ...(recipient !== '' && { recipient }),
    ...(view.success !== '' && { success: view.success === 'true' }),
    ...(text !== '' && { text }),
    ...(view.unread && { unread: true }),
    ...(tag !== '' && { tag }),
  };
}

/** The fields of a saved search. */
export function viewOf({ question, sort }: Pick<SavedSearch, 'question' | 'sort'>): RecordsView {
  const { since, until, direction, sender, recipient, success, text, unread, tag } = question;
  return {
    direction: directionSchema.safeParse(direction).data ?? 'all',
    unread: unread ?? false,
    text: text ?? '',
    from: since === undefined ? '' : dayOf(since),
    to: until === undefined ? '' : dayOf(until),
    sender: sender ?? '',
    recipient: recipient ?? '',
    success: success === undefined ? '' : success ? 'true' : 'false',
    tag: tag ?? '',
    sort,
  };
}

/** How many of the fields behind “Filter” are filled in. */
export const filledIn = ({ from, to, sender, recipient, success, tag }: RecordsView): number =>
  [from, to, sender, recipient, success, tag].filter((each) => each.trim() !== '').length;

export const isWhole = (view: RecordsView): boolean => Object.keys(questionOf(view)).length === 0;

/** A click on a column: first the way one mostly wants it, then the other way round. */
export function sortedBy({ by, descending }: RecordSort, column: RecordSort['by']): RecordSort {
  if (by === column) return { by, descending: !descending };
  return { by: column, descending: column === 'start' || column === 'pages' || column === 'duration' };
}

function startOfDay(day: string): number | null {
  const at = Date.parse(`${day}T00:00:00+03:00`);
  return Number.isNaN(at) ? null : at;
}

const dayOf = (at: number): string => new Date(at + zoneMs).toISOString().slice(0, 10);
