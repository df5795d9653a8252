import * as z from 'zod/mini';
import { listed, recordsAnswer } from './answers';
import type { FaxRecord, PageRequest } from './entities';

/** A record of which as much was read as can be. */
export interface ReadRecord {
  readonly record: FaxRecord;
  /** Fields that said something, and nothing that can be read. */
  readonly unreadable: readonly string[];
}

export interface HistoryPage {
  readonly records: readonly ReadRecord[];
  /** Entries without an id, which nothing can be done with. */
  readonly unusable: number;
  /** Entries on this page, usable or not. */
  readonly entries: number;
  /** How many there are in all; `null` where the service does not say. */
  readonly total: number | null;
}

const answer = z.pipe(listed, z.object({ fdrs: z.array(z.unknown()), pagination: z.optional(z.unknown()) }));

/**
 * `GET /fdrs` for keeping: one entry that can't be read does not take the others with it. Where none of them can, it is
 * no answer.
 */
export const historyAnswer = (asked: PageRequest): z.ZodMiniType<HistoryPage> =>
  z.pipe(
    answer,
    z.transform(({ fdrs, pagination }, context): HistoryPage => {
      const one = recordsAnswer(asked);
      const read = fdrs.map((entry) => one.safeParse({ fdrs: [entry] }).data?.records[0]);
      const records = read.flatMap((record, index) =>
        record === undefined ? [] : [{ record, unreadable: unreadableOf(fdrs[index], record) }],
      );
      if (records.length === 0 && fdrs.length > 0) {
        context.issues.push({ code: 'custom', message: 'no entry has an id', path: ['fdrs'], input: fdrs });
        return z.NEVER;
      }
      return { records, unusable: fdrs.length - records.length, entries: fdrs.length, total: totalIn(pagination) };
    }),
  );

const said = z.object({ total_count: z.coerce.number().check(z.int(), z.minimum(0)) });

const totalIn = (pagination: unknown): number | null => said.safeParse(pagination).data?.total_count ?? null;

/** The service's name of a field, and whether it was understood. */
const checks: readonly (readonly [field: string, isRead: (record: FaxRecord) => boolean])[] = [
  ['direction', (record) => record.direction !== null],
  ['pages_count', (record) => record.pagesSent !== null],
  ['transfer_rate', (record) => record.transferRateBps !== null],
  ['duration', (record) => record.durationSeconds !== null],
];

function unreadableOf(entry: unknown, record: FaxRecord): string[] {
  const fields = (entry ?? {}) as Readonly<Record<string, unknown>>;
  const isSaid = (field: string): boolean =>
    !['', null, undefined].includes(fields[field] as string | null | undefined);
  const notUnderstood = checks.filter(([field, isRead]) => isSaid(field) && !isRead(record)).map(([field]) => field);
  const texts = Object.keys(fields).filter((field) => textFields.includes(field) && isNoText(fields[field]));
  return [...notUnderstood, ...texts, ...(isTruth(fields['success']) ? [] : ['success'])];
}

const textFields = ['caller_id_number', 'original_destination', 'local_station_header', 'result', 'start_stamp'];

const isNoText = (value: unknown): boolean => typeof value === 'object' && value !== null;

const isTruth = (value: unknown): boolean =>
  value === null || value === undefined || typeof value === 'boolean' || truthWords.includes(value as string | number);

const truthWords: readonly (string | number)[] = ['', 'true', 'false', 'True', 'False', '0', '1', 0, 1];
