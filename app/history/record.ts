import * as z from 'zod/mini';
import { faxRecordSchema } from '../api/entities';
import { failureSchema } from '../failure';

/** Epoch milliseconds. */
const atMs = z.number();

/** The document of a record, as far as it is on this computer. */
export const recordDocumentSchema = z.discriminatedUnion('kind', [
  /** Not on this computer, and not being fetched by itself. It can be asked for. */
  z.object({ kind: z.literal('notKept') }),
  /** To be fetched by itself; `failure`: why the last of `tries` came to nothing. */
  z.object({ kind: z.literal('awaited'), tries: z.int(), nextTryAt: atMs, failure: z.nullable(failureSchema) }),
  /** Given up until somebody asks for it. */
  z.object({ kind: z.literal('failed'), failure: failureSchema }),
  z.object({
    kind: z.literal('kept'),
    type: z.enum(['pdf', 'tiff']),
    byteCount: z.int(),
    /** SHA-256 of its bytes, in hex. */
    sha256: z.string(),
    keptAt: atMs,
  }),
  /** Erased for good on this computer; asking for it fetches it anew. */
  z.object({ kind: z.literal('erased'), erasedAt: z._default(atMs, 0) }),
]);
export type RecordDocument = z.infer<typeof recordDocumentSchema>;

/** Which delivery of this computer a record tells of. */
export const recordLinkSchema = z.discriminatedUnion('kind', [
  /** None of them: sent elsewhere, or received. */
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('matched'), deliveryId: z.string() }),
  /** It may be one of these, and it can't be told which. */
  z.object({ kind: z.literal('ambiguous'), deliveryIds: z.array(z.string()) }),
]);
export type RecordLink = z.infer<typeof recordLinkSchema>;

/** Quarter turns to the right, by page index from 0. */
export const rotationsSchema = z.record(
  z.string().check(z.regex(/^\d+$/)),
  z.union([z.literal(1), z.literal(2), z.literal(3)]),
);
export type Rotations = z.infer<typeof rotationsSchema>;

/** A record of the service as this computer keeps it, with what the user added. */
export const historyRecordSchema = z.extend(faxRecordSchema, {
  /** `startStamp` and `endStamp` as moments; `null` where they can't be read. */
  startAt: z.nullable(atMs),
  endAt: z.nullable(atMs),
  /** The fields of the service's answer that said something that can't be read (`direction`, `duration`, …). */
  unreadable: z.array(z.string()),
  /** A received fax nobody has opened. */
  isUnread: z.boolean(),
  /** Empty where there is none. */
  note: z.string(),
  tags: z.array(z.string()),
  /** How the viewer's pages are turned. */
  rotations: rotationsSchema,
  /** From the phone book; `null` where it knows no such number. */
  senderName: z.nullable(z.string()),
  recipientName: z.nullable(z.string()),
  document: recordDocumentSchema,
  link: recordLinkSchema,
});
export type HistoryRecord = z.infer<typeof historyRecordSchema>;

/** What the user may add to a record; what is left out stays. */
export const annotationSchema = z.object({
  note: z.optional(z.string().check(z.maxLength(10_000))),
  tags: z.optional(z.array(z.string().check(z.trim(), z.minLength(1), z.maxLength(60))).check(z.maxLength(30))),
  rotations: z.optional(rotationsSchema),
});
export type Annotation = z.infer<typeof annotationSchema>;
