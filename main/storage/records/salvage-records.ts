import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type * as z from 'zod/mini';
import { recordDocumentSchema, rotationsSchema } from '../../../app/history/record';
import { recordQuestionSchema, recordSortSchema } from '../../../app/history/question';
import { readJson } from '../read-json';
import { readDamagedFile } from '../salvage/damaged-file';
import { createInsert } from '../salvage/insert';
import { type Row, readRows, tablesOf } from '../salvage/tables';
import { inTransaction } from '../transaction';
import { wordsSchema } from './record-rows';

/** What is kept as JSON in the tables that are kept. All else is read again from the service. */
const jsonOf: Readonly<Record<string, Readonly<Record<string, z.ZodMiniType>>>> = {
  records: { tags: wordsSchema, unreadable: wordsSchema, rotations: rotationsSchema },
  record_documents: { state: recordDocumentSchema },
  saved_searches: { question: recordQuestionSchema, sort: recordSortSchema },
  erased_records: {},
};

/**
 * Copies the records of a damaged file that are whole into `database`, a new and empty one, with what the user added to
 * them and what was erased. How far the service's records were read is left out, so all of them are read again.
 */
export function salvageRecords(damagedFile: string, database: DatabaseSyncInstance): void {
  const rows = readRows(readDamagedFile(damagedFile), tablesOf(database), 'whole');
  inTransaction(database, () => {
    const insert = createInsert(database);
    for (const [table, json] of Object.entries(jsonOf)) {
      for (const row of rows.get(table) ?? []) if (isReadable(row, json)) insert(table, row);
    }
  });
}

const isReadable = (row: Row, json: Readonly<Record<string, z.ZodMiniType>>): boolean =>
  Object.entries(json).every(([column, schema]) => readJson(schema, String(row[column])) !== null);
