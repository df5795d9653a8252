import * as z from 'zod/mini';
import { assertNever } from '../assert-never';
import { atMs } from './at-ms';
import { retryCauseSchema, waitingForSchema } from './delivery';
import type { DeliveryState } from './delivery';
import type { PostEnd } from './ports';

/** One thing that happened to a delivery. */
export const timelineEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('queued'), notBefore: atMs, waitingFor: waitingForSchema }),
  /** Put off or brought forward: by the user, or because the office is closed. */
  z.object({ kind: z.literal('rescheduled'), notBefore: atMs, waitingFor: waitingForSchema }),
  z.object({ kind: z.literal('uploading') }),
  /** The upload did not reach the service, or was turned away for now. */
  z.object({ kind: z.literal('waiting'), notBefore: atMs, waitingFor: waitingForSchema }),
  z.object({ kind: z.literal('accepted'), orderId: z.string() }),
  /** The service's own word for the order while it is pending. */
  z.object({ kind: z.literal('serviceStatus'), status: z.string() }),
  /** The order left the service's pending list: the call is made. */
  z.object({ kind: z.literal('dialling') }),
  /** The upload was not answered: nobody knows yet whether the service took it. */
  z.object({ kind: z.literal('unconfirmed') }),
  /** Found in the service's list of orders after an answer that never came. */
  z.object({ kind: z.literal('orderFound'), orderId: z.string() }),
  /** The service has nothing of the lost upload, so it is sent again. */
  z.object({ kind: z.literal('notFound') }),
  z.object({
    kind: z.literal('willRetry'),
    retryAt: atMs,
    cause: retryCauseSchema,
    reason: z.string(),
    callUuid: z.string(),
  }),
  z.object({ kind: z.literal('decisionAsked'), why: z.enum(['ambiguousOrder', 'ambiguousRecord']) }),
  z.object({ kind: z.literal('decided'), decision: z.enum(['sendAgain', 'giveUp']) }),
  z.object({ kind: z.literal('cancelRequested') }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({
    kind: z.literal('delivered'),
    callUuid: z.string(),
    pagesSent: z.nullable(z.int()),
    pagesTotal: z.nullable(z.int()),
  }),
  z.object({
    kind: z.literal('failed'),
    callUuid: z.string(),
    reason: z.string(),
    pagesSent: z.nullable(z.int()),
    pagesTotal: z.nullable(z.int()),
  }),
  z.object({ kind: z.literal('refused'), status: z.int(), message: z.string() }),
]);
export type TimelineEvent = z.infer<typeof timelineEventSchema>;

export const timelineEntrySchema = z.object({
  at: atMs,
  /** Which attempt it belongs to, from 1; `null` before the first. */
  attempt: z.nullable(z.int()),
  event: timelineEventSchema,
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

/** One POST of a delivery, and the call the service made of it. */
export const attemptSchema = z.object({
  /** From 1. */
  number: z.int(),
  startedAt: atMs,
  endedAt: z.nullable(atMs),
  /** How the POST ended; `null` while it is under way. `found`: not answered, its order seen later. */
  outcome: z.nullable(z.enum(['accepted', 'found', 'refused', 'notSent', 'unknown'])),
  orderId: z.nullable(z.string()),
  callUuid: z.nullable(z.string()),
  /** What the service's record says of the call; `null` until there is one. */
  call: z.nullable(
    z.object({
      at: atMs,
      success: z.boolean(),
      reason: z.string(),
      pagesSent: z.nullable(z.int()),
      pagesTotal: z.nullable(z.int()),
    }),
  ),
});
export type Attempt = z.infer<typeof attemptSchema>;

/** A delivery's history, oldest first. */
export const deliveryHistorySchema = z.object({
  entries: z.array(timelineEntrySchema),
  attempts: z.array(attemptSchema),
});
export type DeliveryHistory = z.infer<typeof deliveryHistorySchema>;

type StateOf<K extends DeliveryState['kind']> = Extract<DeliveryState, { kind: K }>;

/** What to write down of a change of state that is not a claim; `null`: nothing a user would miss. */
export function timelineEventOf(from: DeliveryState, to: DeliveryState, end?: PostEnd): TimelineEvent | null {
  switch (to.kind) {
    case 'queued':
      return queuedAgain(from, to, end);
    case 'sending':
      return { kind: 'cancelRequested' };
    case 'accepted':
      return from.kind === 'accepted' ? followed(from, to) : taken(to, end);
    case 'unconfirmed':
      return doubted(from, to);
    case 'needsDecision':
      return { kind: 'decisionAsked', why: to.why };
    case 'cancelled':
      return from.kind === 'needsDecision' ? { kind: 'decided', decision: 'giveUp' } : { kind: 'cancelled' };
    case 'refused':
      return { kind: 'refused', status: to.status, message: to.message };
    case 'delivered':
      return { kind: 'delivered', callUuid: to.callUuid, pagesSent: to.pagesSent, pagesTotal: to.pagesTotal };
    case 'failed':
      return {
        kind: 'failed',
        callUuid: to.callUuid,
        reason: to.reason,
        pagesSent: to.pagesSent,
        pagesTotal: to.pagesTotal,
      };
    default:
      return assertNever(to);
  }
}

function queuedAgain(from: DeliveryState, to: StateOf<'queued'>, end: PostEnd | undefined): TimelineEvent {
  const { notBefore, waitingFor, lastCall } = to;
  if (from.kind === 'queued') return { kind: 'rescheduled', notBefore, waitingFor };
  if (from.kind === 'needsDecision') return { kind: 'decided', decision: 'sendAgain' };
  if (waitingFor === 'retry' && lastCall !== undefined) {
    const { cause, reason, callUuid } = lastCall;
    return { kind: 'willRetry', retryAt: notBefore, cause, reason, callUuid };
  }
  return end === undefined ? { kind: 'notFound' } : { kind: 'waiting', notBefore, waitingFor };
}

const taken = ({ orderId }: StateOf<'accepted'>, end: PostEnd | undefined): TimelineEvent =>
  end?.outcome === 'found' ? { kind: 'orderFound', orderId } : { kind: 'accepted', orderId };

function followed(from: StateOf<'accepted'>, to: StateOf<'accepted'>): TimelineEvent | null {
  if (from.leftPendingAt === undefined && to.leftPendingAt !== undefined) return { kind: 'dialling' };
  return to.serviceStatus === null ? null : { kind: 'serviceStatus', status: to.serviceStatus };
}

function doubted(from: DeliveryState, to: StateOf<'unconfirmed'>): TimelineEvent | null {
  if (from.kind !== 'unconfirmed') return { kind: 'unconfirmed' };
  return to.cancelRequested && !from.cancelRequested ? { kind: 'cancelRequested' } : null;
}
