import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { FaxRecord } from '../../../app/api/entities';
import type { ReadRecord } from '../../../app/api/history-answer';
import { turkishSortKey } from '../../../app/fold';
import { momentOfStamp } from '../../../app/api/stamps';
import { searchTextOf } from '../../../app/history/search-text';
import { cameThrough } from '../../../app/history/sync-plan';
import { canonicalNumber } from '../../../app/phone/fax-number';
import { hashOf } from './erased-hash';
import { createNumbers, isNumberAt } from './record-numbers';
import { wordsIn } from './record-rows';

export interface KeptPage {
  /** The `call_uuid`s that were not there before. */
  readonly added: readonly string[];
  /** Those of which the service says something else now. */
  readonly changed: readonly string[];
  /** Of the added, and of those that only now brought pages, those nobody has opened. */
  readonly unread: readonly string[];
}

type Kept = { readonly number: number; readonly note: string; readonly tags: string } & Readonly<
  Record<(typeof fields)[number], Value>
>;
type Value = string | number | null;

/** What is kept of a page of records. */
export interface KeepOptions {
  /** Where a record has no stamp that can be read, its place in time: epoch milliseconds. */
  readonly otherwiseAt: number;
  /** Which of the records that are new here, or bring pages only now, nobody has opened. */
  readonly isUnread: (record: FaxRecord, endedAt: number) => boolean;
}

const fields = [
  'direction', 'sender', 'recipient', 'sender_digits', 'recipient_digits', 'header', 'pages_count', 'pages_sent',
  'pages_total', 'transfer_rate_bps', 'start_stamp', 'answer_stamp', 'end_stamp', 'started_at', 'ended_at',
  'duration_seconds', 'success', 'result', 'header_key', 'result_key', 'unreadable', 'search_text',
] as const; // prettier-ignore

export interface RecordWrites {
  /** Keeps records by their `call_uuid`, and leaves what the user added alone. Call it in a transaction. */
  keep(page: readonly ReadRecord[], options: KeepOptions): KeptPage;
}

export function createRecordWrites(database: DatabaseSyncInstance): RecordWrites {
  const numberAt = createNumbers(database);
  const find = database.prepare(`SELECT number, note, tags, ${fields.join(', ')} FROM records WHERE call_uuid = ?`);
  const isErased = database.prepare('SELECT 1 FROM erased_records WHERE hash = ?');
  const nameOf = database.prepare('SELECT name FROM names WHERE digits = ?');
  const insert = database.prepare(
    `INSERT INTO records (number, call_uuid, unread, ${fields.join(', ')})
     VALUES (?, ?, ?, ${fields.map(() => '?').join(', ')})`,
  );
  const update = database.prepare(
    `UPDATE records SET number = ?, ${fields.map((field) => `${field} = ?`).join(', ')} WHERE call_uuid = ?`,
  );
  const setUnread = database.prepare('UPDATE records SET unread = 1 WHERE call_uuid = ?');
  const namesOf = (digits: readonly string[]): string[] =>
    digits.flatMap((each) => {
      const row = nameOf.get(each) as { name: string } | undefined;
      return row === undefined ? [] : [row.name];
    });
  return {
    keep(page, { otherwiseAt, isUnread }) {
      const [added, changed, unread]: [string[], string[], string[]] = [[], [], []];
      for (const { record, unreadable } of page) {
        if (isErased.get(hashOf(record.callUuid)) !== undefined) continue;
        const known = find.get(record.callUuid) as Kept | undefined;
        const note = known?.note ?? '';
        const tags = known === undefined ? [] : wordsIn(known.tags);
        const senderDigits = canonicalNumber(record.sender);
        const recipientDigits = canonicalNumber(record.recipient);
        const [startedAt, endedAt] = [momentOfStamp(record.startStamp), momentOfStamp(record.endStamp ?? '')];
        const names = namesOf([senderDigits, recipientDigits]);
        const values: Value[] = [
          record.direction, record.sender, record.recipient, senderDigits, recipientDigits, record.header,
          record.pagesCount, record.pagesSent, record.pagesTotal, record.transferRateBps, record.startStamp,
          record.answerStamp, record.endStamp, startedAt, endedAt, record.durationSeconds, Number(record.success),
          record.result, turkishSortKey(record.header), turkishSortKey(record.result),
          JSON.stringify(startedAt === null && record.startStamp !== '' ? [...unreadable, 'start_stamp'] : unreadable),
          searchTextOf({ ...record, senderDigits, recipientDigits, note, tags, names }),
        ]; // prettier-ignore
        const broughtNothing = known !== undefined && !cameThrough(broughtBy(known));
        const isNew = (known === undefined || broughtNothing) && isUnread(record, endedAt ?? startedAt ?? otherwiseAt);
        if (isNew) unread.push(record.callUuid);
        if (known === undefined) {
          insert.run(numberAt(startedAt ?? otherwiseAt), record.callUuid, Number(isNew), ...values);
          added.push(record.callUuid);
          continue;
        }
        if (fields.every((field, index) => known[field] === values[index])) continue;
        const stays = startedAt === null || isNumberAt(known.number, startedAt);
        update.run(stays ? known.number : numberAt(startedAt), ...values, record.callUuid);
        if (isNew) setUnread.run(record.callUuid);
        changed.push(record.callUuid);
      }
      return { added, changed, unread };
    },
  };
}

const broughtBy = ({ success, pages_sent: pagesSent }: Kept) => ({
  success: success === 1,
  pagesSent: typeof pagesSent === 'number' ? pagesSent : null,
});
