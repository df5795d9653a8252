import * as z from 'zod/mini';
import { call, nothing, result } from '../calls';
import { overviewSchema } from './overview';
import { recordQuestionSchema, recordSliceSchema, recordSortSchema, savedSearchSchema } from './question';
import { annotationSchema, historyRecordSchema } from './record';
import { syncStatusSchema } from './sync-status';

const callUuids = z.array(z.string()).check(z.minLength(1), z.maxLength(1000));

/** The records on this computer: what the window may ask of main. Part of `app/contract.ts`. */
export const historyCalls = {
  /** Answers from this computer alone, so at once and offline. `total`: of the whole list. */
  'records.search': call(
    z.object({ question: recordQuestionSchema, sort: recordSortSchema, slice: recordSliceSchema }),
    z.object({ records: z.array(historyRecordSchema), total: z.int() }),
  ),
  'records.get': call(z.object({ callUuid: z.string() }), z.nullable(historyRecordSchema)),
  /** Every `call_uuid` of a list in its order, for "select all"; the first 100,000. */
  'records.searchIds': call(z.object({ question: recordQuestionSchema, sort: recordSortSchema }), z.array(z.string())),
  'records.overview': call(recordQuestionSchema, overviewSchema),

  'records.syncStatus': call(nothing, syncStatusSchema),
  /** Looks at the service now. `since`: also reads back to there, further than the settings ask for. */
  'records.sync': call(z.object({ since: z.optional(z.number()) }), syncStatusSchema),

  'records.markRead': call(z.object({ callUuids, isRead: z.boolean() }), nothing),
  'records.annotate': call(
    z.object({ callUuid: z.string(), annotation: annotationSchema }),
    z.nullable(historyRecordSchema),
  ),
  /** Every tag in use, most used first. */
  'records.tags': call(nothing, z.array(z.object({ tag: z.string(), count: z.int() }))),

  'records.savedSearches': call(nothing, z.array(savedSearchSchema)),
  /** A new one without `id`; otherwise replaces the one of that id. Answers all. */
  'records.saveSearch': call(
    z.extend(z.omit(savedSearchSchema, { id: true }), { id: z.optional(z.string()) }),
    z.array(savedSearchSchema),
  ),
  /** Puts these first, in this order. Answers all. */
  'records.arrangeSearches': call(z.object({ ids: z.array(z.string()) }), z.array(savedSearchSchema)),
  'records.deleteSearch': call(z.object({ id: z.string() }), z.array(savedSearchSchema)),

  /** Erases for good on this computer; nothing that is still being sent. `kept`: what was left for that reason. */
  'records.erase': call(
    z.object({ callUuids, what: z.enum(['documents', 'documentsAndRecords']) }),
    result(z.object({ erased: z.int(), kept: z.array(z.string()) })),
  ),

  /** Asks where to, then writes the whole list. `path`: `null` where the user thought better of it. */
  'records.export': call(
    z.object({ question: recordQuestionSchema, sort: recordSortSchema, format: z.enum(['csv', 'json']) }),
    result(z.object({ path: z.nullable(z.string()), count: z.int() })),
  ),
} as const;

/** What main tells of the records without being asked. */
export const historyEvents = {
  /** Lists may show something else now; `callUuids`: what changed, `null` for more than can be said. */
  recordsChanged: z.object({ callUuids: z.nullable(z.array(z.string())), unreadCount: z.int() }),
  /** Faxes that came in just now, newest first; `count` may be more than `records` holds (20 at most). */
  faxesReceived: z.object({ records: z.array(historyRecordSchema), count: z.int() }),
  syncStatusChanged: syncStatusSchema,
  /** A notification was clicked: the record to show, `null` for the received ones. */
  recordsAsked: z.object({ callUuid: z.nullable(z.string()) }),
} as const;

export type RecordsChanged = z.infer<typeof historyEvents.recordsChanged>;
export type FaxesReceived = z.infer<typeof historyEvents.faxesReceived>;
