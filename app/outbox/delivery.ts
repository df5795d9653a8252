import * as z from 'zod/mini';
import { resolutionSchema } from '../fax/profile';
import { atMs } from './at-ms';

/** The user cancelled while the POST was under way: it is not sent again once it is known not to have been accepted. */
const cancelRequested = z.optional(z.literal(true));

/**
 * What a queued delivery waits for until `notBefore`: its turn; the network; the service, which answered 429; the end of
 * the time to undo; the moment the user set; office hours; another try at a line that was busy or didn't answer.
 */
export const waitingForSchema = z.enum(['turn', 'network', 'rateLimit', 'undo', 'time', 'officeHours', 'retry']);
export type WaitingFor = z.infer<typeof waitingForSchema>;

export const retryCauseSchema = z.enum(['busy', 'noAnswer']);

/** A call that ended without success, and with which the delivery does not. `reason`: the service's words. */
const lastCallSchema = z.object({
  callUuid: z.string(),
  cause: retryCauseSchema,
  reason: z.string(),
  pagesSent: z.nullable(z.int()),
  pagesTotal: z.nullable(z.int()),
  at: atMs,
});
export type LastCall = z.infer<typeof lastCallSchema>;

/**
 * The states of a delivery (design, "A delivery"). `unconfirmed`: a POST left and nobody knows whether it was
 * accepted. `needsDecision`: the evidence is mixed, so the user decides.
 */
export const deliveryStateSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('queued'),
    notBefore: atMs,
    waitingFor: waitingForSchema,
    /** Why it is queued again: the call before did not get through. */
    lastCall: z.optional(lastCallSchema),
  }),
  z.object({ kind: z.literal('sending'), since: atMs, cancelRequested }),
  z.object({
    kind: z.literal('accepted'),
    orderId: z.string(),
    at: atMs,
    serviceStatus: z.nullable(z.string()),
    /** When the order was first seen to have left the service's pending list; its record follows. */
    leftPendingAt: z.optional(atMs),
    /** Its answer was lost, and only the order in time tells its order from another fax's to the same number. */
    isGuess: z.optional(z.literal(true)),
  }),
  /** `checks`: how many looks at the service found nothing so far. */
  z.object({
    kind: z.literal('unconfirmed'),
    since: atMs,
    nextCheckAt: atMs,
    checks: z.int(),
    /** Orders that were pending at some look and may be this delivery's: gone from there, their records follow. */
    sighted: z.optional(z.array(z.string())),
    cancelRequested,
  }),
  z.object({
    kind: z.literal('needsDecision'),
    since: atMs,
    /** When the machine was started, by the clock that showed `since`. */
    bootedAt: z.optional(atMs),
    why: z.enum(['ambiguousOrder', 'ambiguousRecord']),
    /** Known where the service accepted the fax and only its record is in doubt. */
    orderId: z.optional(z.string()),
  }),
  z.object({
    kind: z.literal('delivered'),
    orderId: z.nullable(z.string()),
    callUuid: z.string(),
    pagesSent: z.nullable(z.int()),
    pagesTotal: z.nullable(z.int()),
    at: atMs,
  }),
  z.object({
    kind: z.literal('failed'),
    orderId: z.nullable(z.string()),
    callUuid: z.string(),
    pagesSent: z.nullable(z.int()),
    pagesTotal: z.nullable(z.int()),
    reason: z.string(),
    at: atMs,
  }),
  z.object({ kind: z.literal('refused'), status: z.int(), message: z.string(), at: atMs }),
  z.object({ kind: z.literal('cancelled'), at: atMs }),
]);
export type DeliveryState = z.infer<typeof deliveryStateSchema>;

/** One fax to one recipient. */
export const deliverySchema = z.object({
  id: z.string(),
  faxId: z.string(),
  /** E.164 digits without the plus: `902123205072`. */
  recipient: z.string(),
  sender: z.nullable(z.string()),
  header: z.string(),
  documentSha256: z.string(),
  pageCount: z.int(),
  createdAt: atMs,
  /** The moment the user set for sending it; `null`: at once. */
  sendAt: z.nullable(atMs),
  officeHoursOnly: z.boolean(),
  /** How often it was queued again after a call that was busy or not answered. */
  retries: z.int(),
  state: deliveryStateSchema,
});
export type Delivery = z.infer<typeof deliverySchema>;

/** What the user asks for with one press of Send. */
export const faxRequestSchema = z.object({
  /** E.164 with its plus: digits alone could be read as a Turkish number. */
  recipients: z.array(z.string().check(z.regex(/^\+\d{3,15}$/))).check(z.minLength(1), z.maxLength(1000)),
  sender: z.nullable(z.string()),
  header: z.string().check(z.minLength(1)),
  resolution: resolutionSchema,
  pageCount: z.int().check(z.minimum(1)),
  /** Not before this moment. */
  sendAt: z.optional(atMs),
  /** Only within the office hours of the settings. */
  officeHoursOnly: z.optional(z.boolean()),
  /** Whether a call that is busy or not answered is tried again by the policy of the settings; it is, where not said. */
  retry: z.optional(z.boolean()),
});
export type FaxRequest = z.infer<typeof faxRequestSchema>;

/** What became of the wish to queue a fax: of those it was `sentBefore` to none is queued, nor of the others. */
export const queuedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('queued'), deliveries: z.array(deliverySchema) }),
  /** `recipients`: as in `deliverySchema`. */
  z.object({ kind: z.literal('sentBefore'), recipients: z.array(z.string()) }),
]);
export type Queued = z.infer<typeof queuedSchema>;

/** What became of the wish to send faxes again. */
export const resentSchema = z.object({
  deliveries: z.array(deliverySchema),
  /** To whom nothing was sent, as their document is missing or damaged; as in `deliverySchema`. */
  lost: z.array(z.string()),
});
export type Resent = z.infer<typeof resentSchema>;

/** A delivery in a final state needs nothing more from the runner. */
export const isFinal = (state: DeliveryState): boolean =>
  state.kind === 'delivered' || state.kind === 'failed' || state.kind === 'refused' || state.kind === 'cancelled';
