import * as z from 'zod/mini';
import { failureSchema } from '../failure';

/** Epoch milliseconds. */
const atMs = z.number();

/** How far the records on this computer are those of the service. */
export const syncStatusSchema = z.object({
  state: z.discriminatedUnion('kind', [
    /** Looks for new records from time to time. */
    z.object({ kind: z.literal('idle'), nextLookAt: z.nullable(atMs) }),
    z.object({ kind: z.literal('reading') }),
    /** The network or the service makes it wait; it goes on by itself. */
    z.object({ kind: z.literal('waiting'), until: atMs, failure: failureSchema }),
    /** It can't go on without the user: no key, a key that is refused. */
    z.object({ kind: z.literal('stopped'), failure: failureSchema }),
  ]),
  /** Everything from here on was read; `null` before the first page. */
  completeSince: z.nullable(atMs),
  /** How far back is to be read. */
  wantedSince: atMs,
  /** Of the span from `wantedSince` until now, what was read: 0…1. */
  progress: z.number().check(z.minimum(0), z.maximum(1)),
  recordCount: z.int(),
  unreadCount: z.int(),
  /** When the service last answered everything that was asked. */
  lastReadAt: z.nullable(atMs),
  /** Of this process: requests made, entries without an id that could not be kept, and spans that are to be read again. */
  requests: z.int(),
  unusableEntries: z.int(),
  unreadSpans: z.int(),
});
export type SyncStatus = z.infer<typeof syncStatusSchema>;
