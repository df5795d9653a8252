import { z } from 'zod';
import { failureSchema } from '../failure';

const atMs = z.number().describe('epoch milliseconds');

/** How far the records on this computer are those of the service. */
export const syncStatusSchema = z.object({
  state: z.discriminatedUnion('kind', [
    /** Looks for new records from time to time. */
    z.object({ kind: z.literal('idle'), nextLookAt: atMs.nullable() }),
    z.object({ kind: z.literal('reading') }),
    /** The network or the service makes it wait; it goes on by itself. */
    z.object({ kind: z.literal('waiting'), until: atMs, failure: failureSchema }),
    /** It can't go on without the user: no key, a key that is refused. */
    z.object({ kind: z.literal('stopped'), failure: failureSchema }),
  ]),
  /** Everything from here on was read; `null` before the first page. */
  completeSince: atMs.nullable(),
  /** How far back is to be read. */
  wantedSince: atMs,
  /** Of the span from `wantedSince` until now, what was read: 0…1. */
  progress: z.number().min(0).max(1),
  recordCount: z.number().int(),
  unreadCount: z.number().int(),
  /** When the service last answered everything that was asked. */
  lastReadAt: atMs.nullable(),
  /** Of this process: requests made, entries without an id that could not be kept, and spans that are to be read again. */
  requests: z.number().int(),
  unusableEntries: z.number().int(),
  unreadSpans: z.number().int(),
});
export type SyncStatus = z.infer<typeof syncStatusSchema>;
