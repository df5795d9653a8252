import * as z from 'zod/mini';
import { pendingOrderSchema } from '../api/entities';
import { historyRecordSchema } from '../history/record';

/** What the exchange is known to have for the number of a delivery in doubt, and nobody else's for sure. */
export const evidenceSchema = z.object({
  /** Those that wait there now; `null` where it can't be asked. */
  orders: z.nullable(z.array(pendingOrderSchema)),
  /** A day before the delivery was queued; epoch milliseconds. */
  since: z.number(),
  /** The calls to that number since then, newest first. */
  records: z.array(historyRecordSchema),
});
export type Evidence = z.infer<typeof evidenceSchema>;
