import { randomUUID } from 'node:crypto';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import {
  recordQuestionSchema,
  recordSortSchema,
  type SavedSearch,
  savedSearchSchema,
} from '../../../app/history/question';
import { inTransaction } from '../transaction';

export interface SavedSearches {
  /** In the order they were saved, or put in since. */
  all(): SavedSearch[];
  /** A new one without `id`. */
  save(search: Omit<SavedSearch, 'id'> & { readonly id?: string | undefined }): void;
  remove(id: string): void;
  /** Puts these first, in this order. */
  arrange(ids: readonly string[]): void;
}

interface SearchRow {
  readonly id: string;
  readonly name: string;
  readonly question: string;
  readonly sort: string;
}

export function createSavedSearches(database: DatabaseSyncInstance): SavedSearches {
  const all = database.prepare('SELECT id, name, question, sort FROM saved_searches ORDER BY rowid');
  const save = database.prepare(
    `INSERT INTO saved_searches (id, name, question, sort) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET name = excluded.name, question = excluded.question, sort = excluded.sort`,
  );
  const remove = database.prepare('DELETE FROM saved_searches WHERE id = ?');
  return {
    all: () => (all.all() as SearchRow[]).map(searchOf),
    save: ({ id, name, question, sort }) =>
      void save.run(id ?? randomUUID(), name, JSON.stringify(question), JSON.stringify(sort)),
    remove: (id) => void remove.run(id),
    arrange: (ids) =>
      inTransaction(database, () => {
        const rows = all.all() as SearchRow[];
        const placeOf = ({ id }: SearchRow): number => (ids.includes(id) ? ids.indexOf(id) : ids.length);
        for (const { id } of rows) remove.run(id);
        for (const { id, name, question, sort } of rows.sort((a, b) => placeOf(a) - placeOf(b)))
          save.run(id, name, question, sort);
      }),
  };
}

const searchOf = ({ id, name, question, sort }: SearchRow): SavedSearch =>
  savedSearchSchema.parse({
    id,
    name,
    question: recordQuestionSchema.parse(JSON.parse(question)),
    sort: recordSortSchema.parse(JSON.parse(sort)),
  });
