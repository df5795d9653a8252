import { z } from 'zod';
import { attemptSchema } from '../outbox/timeline';
import { resolutionSchema } from '../fax/profile';
import { languageSchema } from '../settings';

/** A moment with its zone, `2026-11-23T14:30:05+03:00`. */
const moment = z.iso.datetime({ offset: true });
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const sentPageSchema = z.object({
  widthPels: z.number().int(),
  scanLines: z.number().int(),
  /** The page's T.6 coding as it lies in the document. */
  t6Bytes: z.number().int(),
  t6Sha256: sha256,
});
export type SentPage = z.infer<typeof sentPageSchema>;

/** What the service's record of the call says, in its own words. `null`: it said nothing. */
const recordSchema = z.object({
  callUuid: z.string(),
  sender: z.string(),
  recipient: z.string(),
  header: z.string(),
  pagesSent: z.number().int().nullable(),
  pagesTotal: z.number().int().nullable(),
  transferRateBps: z.number().nullable(),
  startedAt: moment.nullable(),
  answeredAt: moment.nullable(),
  endedAt: moment.nullable(),
  durationSeconds: z.number().nullable(),
  result: z.string(),
});

/** How far the record and the delivery say the same. `null`: one of them says nothing of it. */
const agreementSchema = z.object({
  recipient: z.boolean(),
  sender: z.boolean().nullable(),
  header: z.boolean(),
  pageCount: z.boolean().nullable(),
  /** From our upload's first byte to the beginning of the call, by two clocks. */
  startedAfterSeconds: z.number().nullable(),
});

/** Everything a proof says, for programs; the report page shows the same for people. */
export const proofReportSchema = z.object({
  kind: z.literal('faksla-proof'),
  format: z.literal(1),
  language: languageSchema,
  program: z.string(),
  madeAt: moment,
  /** The exchange’s host; `demo` where nothing was really sent. */
  exchange: z.string(),
  outcome: z.enum(['delivered', 'failed', 'refused']),
  /** Why not, in the service’s words. */
  reason: z.string().nullable(),
  decidedAt: moment,
  delivery: z.object({
    id: z.string(),
    sender: z.string().nullable(),
    recipient: z.string(),
    header: z.string(),
    resolution: resolutionSchema,
    queuedAt: moment,
  }),
  pagesSent: z.number().int().nullable(),
  pagesTotal: z.number().int(),
  /** How the order id became known: the service’s answer to the upload, or its list afterwards. */
  order: z.object({ id: z.string(), knownBy: z.enum(['answer', 'list']) }).nullable(),
  callUuid: z.string().nullable(),
  record: recordSchema.nullable(),
  agreement: agreementSchema.nullable(),
  attempts: z.array(
    attemptSchema.pick({ outcome: true, orderId: true, callUuid: true }).extend({
      startedAt: moment,
      endedAt: moment.nullable(),
      call: attemptSchema.shape.call.unwrap().extend({ at: moment }).nullable(),
    }),
  ),
  document: z.object({ bytes: z.number().int(), sha256, pages: z.array(sentPageSchema).min(1) }),
});
export type ProofReport = z.infer<typeof proofReportSchema>;
