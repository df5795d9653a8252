import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Direction } from '../../../app/api/entities';
import type { Annotation } from '../../../app/history/record';
import { searchTextOf } from '../../../app/history/search-text';
import { inTransaction } from '../transaction';
import { wordsIn } from './record-rows';

export interface Annotations {
  /** `false` where there is no such record. */
  annotate(callUuid: string, annotation: Annotation): boolean;
  /** Answers those that were otherwise before. */
  markRead(callUuids: readonly string[], isRead: boolean): string[];
  /** Replaces the phone book: names by number. Answers whether any differs from before. */
  keepNames(names: ReadonlyMap<string, string>): boolean;
}

interface WordsRow {
  readonly number: number;
  readonly direction: Direction | null;
  readonly success: number;
  readonly sender: string;
  readonly recipient: string;
  readonly sender_digits: string;
  readonly recipient_digits: string;
  readonly header: string;
  readonly result: string;
  readonly note: string;
  readonly tags: string;
  readonly sender_name: string | null;
  readonly recipient_name: string | null;
}

/** What the user and the phone book add to the records, which can then be found by it. */
export function createAnnotations(database: DatabaseSyncInstance): Annotations {
  const setNote = database.prepare('UPDATE records SET note = ? WHERE call_uuid = ?');
  const setTags = database.prepare('UPDATE records SET tags = ? WHERE call_uuid = ?');
  const setRotations = database.prepare('UPDATE records SET rotations = ? WHERE call_uuid = ?');
  const setUnread = database.prepare(
    `UPDATE records SET unread = ?1 WHERE unread <> ?1 AND call_uuid IN (SELECT value FROM json_each(?2))
     RETURNING call_uuid AS id`,
  );
  const setWords = database.prepare('UPDATE records SET search_text = ? WHERE number = ?');
  const selectWords = (where: string) =>
    database.prepare(
      `SELECT number, direction, success, sender, recipient, sender_digits, recipient_digits, header, result, note,
         tags, (SELECT name FROM names WHERE digits = sender_digits) AS sender_name,
         (SELECT name FROM names WHERE digits = recipient_digits) AS recipient_name
       FROM records WHERE ${where}`,
    );
  const wordsOfOne = selectWords('call_uuid = ?');
  const wordsOfNumber = selectWords('sender_digits = ?1 OR recipient_digits = ?1');
  const allNames = database.prepare('SELECT digits, name FROM names');
  const setName = database.prepare(
    'INSERT INTO names (digits, name) VALUES (?, ?) ON CONFLICT DO UPDATE SET name = excluded.name',
  );
  const dropName = database.prepare('DELETE FROM names WHERE digits = ?');

  const reword = (rows: readonly WordsRow[]): void => {
    for (const row of rows) setWords.run(wordsOf(row), row.number);
  };
  const rename = (digits: string, name: string | undefined): void => {
    if (name === undefined) dropName.run(digits);
    else setName.run(digits, name);
    reword(wordsOfNumber.all(digits) as WordsRow[]);
  };
  return {
    annotate: (callUuid, { note, tags, rotations }) =>
      inTransaction(database, () => {
        if (note !== undefined) setNote.run(note.trim(), callUuid);
        if (tags !== undefined) setTags.run(JSON.stringify([...new Set(tags.map((tag) => tag.trim()))]), callUuid);
        if (rotations !== undefined) setRotations.run(JSON.stringify(rotations), callUuid);
        const rows = wordsOfOne.all(callUuid) as WordsRow[];
        reword(rows);
        return rows.length > 0;
      }),
    markRead: (callUuids, isRead) => {
      const rows = setUnread.all(Number(!isRead), JSON.stringify(callUuids)) as { id: string }[];
      return rows.map(({ id }) => id);
    },
    keepNames: (names) =>
      inTransaction(database, () => {
        const known = new Map(
          (allNames.all() as { digits: string; name: string }[]).map((row) => [row.digits, row.name]),
        );
        const digits = new Set([...known.keys(), ...names.keys()]);
        const differing = [...digits].filter((each) => known.get(each) !== names.get(each));
        for (const each of differing) rename(each, names.get(each));
        return differing.length > 0;
      }),
  };
}

const wordsOf = (row: WordsRow): string =>
  searchTextOf({
    ...row,
    success: row.success === 1,
    senderDigits: row.sender_digits,
    recipientDigits: row.recipient_digits,
    tags: wordsIn(row.tags),
    names: [row.sender_name, row.recipient_name].filter((name) => name !== null),
  });
