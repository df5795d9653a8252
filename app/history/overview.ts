import * as z from 'zod/mini';

const count = z.int();
const counts = {
  /** Outbound and internal calls that succeeded. */
  sent: count,
  /** Outbound and internal calls that did not. */
  failed: count,
  /** Inbound calls that brought pages or succeeded. */
  received: count,
  /** Inbound calls that brought nothing. */
  missed: count,
  pagesSent: count,
  pagesReceived: count,
  /** Seconds of connected calls, both ways. */
  lineSeconds: z.number(),
};

/** What the records that pass a filter come to. */
export const overviewSchema = z.object({
  total: z.object({
    ...counts,
    /** `sent` of `sent + failed`; `null` where nothing was sent. */
    successRate: z.nullable(z.number().check(z.minimum(0), z.maximum(1))),
  }),
  /** Oldest first; days in the computer's own zone, `2026-11-03`. Days without a record are left out. */
  days: z.array(z.object({ day: z.string(), ...counts })),
  /** Most faxes first. */
  recipients: z.array(
    z.object({
      number: z.string(),
      name: z.nullable(z.string()),
      sent: count,
      failed: count,
      pagesSent: count,
      lineSeconds: z.number(),
    }),
  ),
  /** Most faxes first. */
  senders: z.array(
    z.object({
      number: z.string(),
      name: z.nullable(z.string()),
      received: count,
      missed: count,
      pagesReceived: count,
      lineSeconds: z.number(),
    }),
  ),
});
export type Overview = z.infer<typeof overviewSchema>;
