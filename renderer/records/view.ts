import { type Direction, directionSchema } from '../../app/api/entities';
import { newestFirst, type RecordQuestion, type RecordSort, type SavedSearch } from '../../app/history/question';
import { localDay, startOfDay } from '../../app/local-day';

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

/** The same records, whichever way they went: the overview tells them apart itself, and no tab of a direction is chosen beside it. */
export const inEveryDirection = (view: RecordsView): RecordsView => ({ ...view, direction: 'all' });

/** What main is asked for: whole days of the computer's own zone. A day that is no date is left out. */
export function questionOf(view: RecordsView): RecordQuestion {
  const since = startOf(view.from);
  const until = startOf(view.to, 1);
  const text = view.text.trim();
  const [sender, recipient, tag] = [view.sender.trim(), view.recipient.trim(), view.tag.trim()];
  return {
    ...(since !== null && { since }),
    ...(until !== null && { until: until - 1 }),
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
    from: since === undefined ? '' : localDay(since),
    to: until === undefined ? '' : localDay(until),
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

/** When the day begins, or the one so many days later. */
function startOf(day: string, later = 0): number | null {
  if (Number.isNaN(Date.parse(`${day}T00:00:00Z`))) return null;
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return startOfDay(year, month - 1, date + later);
}
