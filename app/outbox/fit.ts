import type { FaxRecord, PendingOrder } from '../api/entities';
import { parseStamp } from '../api/stamps';
import { canonicalNumber } from '../phone/fax-number';
import type { Delivery, DeliveryState } from './delivery';
import type { Claim, Fit, Piece } from './match';
import type { Spooled } from './ports';
import { doubtMs, overlaps, spanOfStamp, widened } from './service-clock';
import type { ClockOffset, Span } from './service-clock';

/** An order may be made this long after we stopped waiting for the answer. */
const lateOrderMs = 120_000;
/** A call that begins this long after a POST nobody answered is less surely that POST's. */
const promptCallMs = 600_000;
const everMs = Number.MAX_SAFE_INTEGER;

/** A delivery that may own an order or a record. */
interface DeliveryClaim extends Claim {
  readonly delivery: Delivery;
  /** Our clock: the POST's first byte. */
  readonly postedAt: number;
  /** Our clock: nobody waited for the POST's answer after this. */
  readonly answeredBy: number;
  /** Our clock: its call surely began by then. */
  readonly calledBy: number;
}

interface OrderPiece extends Piece {
  readonly order: PendingOrder;
}

interface RecordPiece extends Piece {
  readonly record: FaxRecord;
}

/** `at` an accepted delivery is in the order of acceptance, any other in the order of its POST. */
export function claimOf(spooled: Spooled, now: number): DeliveryClaim {
  const { delivery, post } = spooled;
  const { state } = delivery;
  const postedAt = post?.startedAt ?? delivery.createdAt;
  const noticedAt = state.kind === 'unconfirmed' ? state.since : now;
  const answeredBy = post?.endedAt ?? noticedAt;
  return {
    id: delivery.id,
    certain: isAccepted(state),
    content: `${delivery.documentSha256} ${delivery.header} ${delivery.sender ?? ''}`,
    at: state.kind === 'accepted' ? (post?.endedAt ?? state.at) : postedAt,
    orderId: 'orderId' in state ? (state.orderId ?? null) : null,
    delivery,
    postedAt,
    answeredBy,
    calledBy: calledBy(state, answeredBy),
  };
}

/** The service said so, whatever became of it. */
const isAccepted = (state: DeliveryState): boolean =>
  state.kind === 'accepted' || (state.kind === 'needsDecision' && state.orderId !== undefined);

/** What is the user's to decide can't own what came after the evidence was found mixed. */
function calledBy(state: DeliveryState, answeredBy: number): number {
  const promptly = isAccepted(state) ? everMs : answeredBy + promptCallMs;
  return state.kind === 'needsDecision' ? Math.min(promptly, state.since) : promptly;
}

export const orderPiece = (order: PendingOrder): OrderPiece => ({
  id: order.orderId,
  at: parseStamp(order.createdAt) ?? 0,
  order,
});

export const recordPiece = (record: FaxRecord): RecordPiece => ({
  id: record.callUuid,
  at: parseStamp(record.startStamp) ?? 0,
  record,
});

/**
 * Which order belongs to a POST without an answer: by recipient, sender and the moment it was made (api.md). `isBlurred`:
 * a moment that is only possible is as good as a likely one.
 */
export const orderFit =
  (offset: ClockOffset | null, isBlurred = false) =>
  (claim: DeliveryClaim, { order }: OrderPiece): Fit => {
    if (!sameRecipient(claim.delivery, order.recipient)) return 'no';
    const posted = { from: claim.postedAt, to: claim.answeredBy + lateOrderMs };
    const inTime = timeFit(order.createdAt, posted, posted, offset, isBlurred);
    return inTime === 'likely' && !sameSender(claim.delivery, order.sender) ? 'possible' : inTime;
  };

/** Which record belongs to a delivery: by recipient, sender, direction and the moment the call began (api.md). */
export const recordFit =
  (offset: ClockOffset | null, isBlurred = false) =>
  (claim: DeliveryClaim, { record }: RecordPiece): Fit => {
    const { delivery, certain } = claim;
    if (record.direction === 'inbound' || !sameRecipient(delivery, record.recipient)) return 'no';
    const afterwards = { from: claim.postedAt, to: everMs };
    const surely = { from: claim.postedAt, to: claim.calledBy };
    const inTime = timeFit(record.startStamp, surely, afterwards, offset, isBlurred);
    if (inTime !== 'likely') return inTime;
    if (!sameSender(delivery, record.sender)) return 'possible';
    if (!certain && !maySharePages(delivery, record)) return 'possible';
    if (!maySharePages(delivery, record)) return 'likely';
    if (record.header === delivery.header) return 'preferred';
    return record.header === '' ? 'agreeing' : 'likely';
  };

function timeFit(
  stamp: string,
  likely: Span,
  possible: Span,
  offset: ClockOffset | null,
  isBlurred: boolean,
): 'likely' | 'possible' | 'no' {
  const stamped = spanOfStamp(stamp, offset);
  const unsure = isBlurred ? 'likely' : 'possible';
  if (stamped === null) return unsure;
  if (overlaps(stamped, likely)) return 'likely';
  return overlaps(stamped, widened(possible, doubtMs(offset))) ? unsure : 'no';
}

const sameRecipient = (delivery: Delivery, recipient: string): boolean =>
  canonicalNumber(delivery.recipient) === canonicalNumber(recipient);

/** Where either side names no sender it is the account's usual one, which can't be compared. */
const sameSender = (delivery: Delivery, sender: string): boolean =>
  delivery.sender === null || sender === '' || canonicalNumber(delivery.sender) === canonicalNumber(sender);

/** `0` or nothing is said of calls that came to no page. */
const maySharePages = (delivery: Delivery, record: FaxRecord): boolean =>
  record.pagesTotal === null || record.pagesTotal === 0 || record.pagesTotal === delivery.pageCount;
