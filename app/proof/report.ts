import * as z from 'zod/mini';
import { attemptSchema } from '../outbox/timeline';
import { resolutionSchema } from '../fax/profile';
import { languageSchema } from '../settings';

/** A moment with its zone, `2026-11-23T14:30:05+03:00`. */
const moment = z.iso.datetime({ offset: true });
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

const sentPageSchema = z.object({
  widthPels: z.int(),
  scanLines: z.int(),
  /** The page's T.6 coding as it lies in the document. */
  t6Bytes: z.int(),
  t6Sha256: sha256,
});
export type SentPage = z.infer<typeof sentPageSchema>;

/** What the service's record of the call says, in its own words. `null`: it said nothing. */
const recordSchema = z.object({
  callUuid: z.string(),
  sender: z.string(),
  recipient: z.string(),
  header: z.string(),
  pagesSent: z.nullable(z.int()),
  pagesTotal: z.nullable(z.int()),
  transferRateBps: z.nullable(z.number()),
  startedAt: z.nullable(moment),
  answeredAt: z.nullable(moment),
  endedAt: z.nullable(moment),
  durationSeconds: z.nullable(z.number()),
  result: z.string(),
});

/** How far the record and the delivery say the same. `null`: one of them says nothing of it. */
const agreementSchema = z.object({
  recipient: z.boolean(),
  sender: z.nullable(z.boolean()),
  header: z.boolean(),
  pageCount: z.nullable(z.boolean()),
  /** From our upload's first byte to the beginning of the call, by two clocks. */
  startedAfterSeconds: z.nullable(z.number()),
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
  reason: z.nullable(z.string()),
  decidedAt: moment,
  delivery: z.object({
    id: z.string(),
    sender: z.nullable(z.string()),
    recipient: z.string(),
    header: z.string(),
    resolution: resolutionSchema,
    queuedAt: moment,
  }),
  pagesSent: z.nullable(z.int()),
  pagesTotal: z.int(),
  /** How the order id became known: the service’s answer to the upload, or its list afterwards. */
  order: z.nullable(z.object({ id: z.string(), knownBy: z.enum(['answer', 'list']) })),
  callUuid: z.nullable(z.string()),
  record: z.nullable(recordSchema),
  agreement: z.nullable(agreementSchema),
  attempts: z.array(
    z.extend(z.pick(attemptSchema, { outcome: true, orderId: true, callUuid: true }), {
      startedAt: moment,
      endedAt: z.nullable(moment),
      call: z.nullable(z.extend(attemptSchema.shape.call.def.innerType, { at: moment })),
    }),
  ),
  document: z.object({ bytes: z.int(), sha256, pages: z.array(sentPageSchema).check(z.minLength(1)) }),
});
export type ProofReport = z.infer<typeof proofReportSchema>;
