import type { FaxRecord, PendingOrder } from '../api/entities';
import { readStamp } from '../api/stamps';
import type { Stamp } from '../api/stamps';
import { canonicalNumber } from '../phone/fax-number';
import type { Delivery, DeliveryState } from './delivery';
import type { Claim, Fit, Piece } from './match';
import { setForwardBy } from './own-clock';
import type { Moment } from './own-clock';
import type { Spooled } from './ports';
import { doubtMs, isSure, overlaps, spanOfStamp, widened } from './service-clock';
import type { ClockOffset, Span } from './service-clock';

/** An order may be made this long after we stopped waiting for the answer. */
const lateOrderMs = 120_000;
/** A call that begins this long after a POST nobody answered is less surely that POST's. */
const promptCallMs = 600_000;
const everMs = Number.MAX_SAFE_INTEGER;

/** A delivery that may own an order or a record. Its times are told by our clock as it is today. */
export interface DeliveryClaim extends Claim {
  readonly delivery: Delivery;
  /** The POST's first byte. */
  readonly postedAt: number;
  /** Nobody waited for the POST's answer after this. */
  readonly answeredBy: number;
  /** Its call surely began by then. */
  readonly calledBy: number;
  /** Our clock may have been set since, nobody knows how far. */
  readonly isUnsure: boolean;
}

/** What the service dated. `stamp`: `null` where it can't be read. */
interface DatedPiece extends Piece {
  readonly stamp: Stamp | null;
}

export interface OrderPiece extends DatedPiece {
  readonly order: PendingOrder;
}

export interface RecordPiece extends DatedPiece {
  readonly record: FaxRecord;
}

/** `at` an accepted delivery is in the order of acceptance, any other in the order of its POST. */
export function claimOf({ delivery, post }: Spooled, today: Moment): DeliveryClaim {
  const { state } = delivery;
  const noted = { at: post?.startedAt ?? delivery.createdAt, bootedAt: post?.bootedAt ?? null };
  const setMs = setForwardBy(noted, today);
  const postedAt = noted.at + (setMs ?? 0);
  const noticedAt = state.kind === 'unconfirmed' ? state.since : today.now;
  const endedAt = typeof post?.endedAt === 'number' ? post.endedAt + (setMs ?? 0) : null;
  const answeredBy = Math.max(postedAt, endedAt ?? noticedAt);
  return {
    id: delivery.id,
    certain: isAccepted(state),
    content: `${delivery.documentSha256} ${delivery.header} ${delivery.sender ?? ''}`,
    at: state.kind === 'accepted' ? (endedAt ?? state.at) : postedAt,
    orderId: 'orderId' in state ? (state.orderId ?? null) : null,
    delivery,
    postedAt,
    answeredBy,
    calledBy: calledBy(state, answeredBy, today),
    isUnsure: setMs === null,
  };
}

/** The service said so, whatever became of it. */
const isAccepted = (state: DeliveryState): boolean =>
  state.kind === 'accepted' || (state.kind === 'needsDecision' && state.orderId !== undefined);

/** What is the user's to decide can't own what came after the evidence was found mixed. */
function calledBy(state: DeliveryState, answeredBy: number, today: Moment): number {
  const promptly = isAccepted(state) ? everMs : answeredBy + promptCallMs;
  if (state.kind !== 'needsDecision') return promptly;
  const setMs = setForwardBy({ at: state.since, bootedAt: state.bootedAt ?? null }, today);
  return setMs === null ? promptly : Math.min(promptly, state.since + setMs);
}

function dated(text: string): Pick<DatedPiece, 'at' | 'stamp'> {
  const stamp = readStamp(text);
  return { at: stamp?.at ?? null, stamp };
}

export const orderPiece = (order: PendingOrder): OrderPiece => ({
  id: order.orderId,
  ...dated(order.createdAt),
  order,
});

export const recordPiece = (record: FaxRecord): RecordPiece => ({
  id: record.callUuid,
  ...dated(record.startStamp),
  record,
});

/**
 * While time tells no rivals apart, nor what may be whose, what is possible counts as much as what is likely. `choices`:
 * of how many deliveries, and how many orders or records, to one number.
 */
export const areBlurred = (
  claims: readonly DeliveryClaim[],
  offset: ClockOffset | null,
  choices: readonly [deliveries: number, pieces: number],
): boolean => Math.max(...choices) > 1 && (!isSure(offset) || claims.some(({ isUnsure }) => isUnsure));

/**
 * Which order belongs to a POST without an answer: by recipient, sender and the moment it was made (api.md). `isBlurred`:
 * a moment that is only possible is as good as a likely one.
 */
export const orderFit =
  (offset: ClockOffset | null, isBlurred = false) =>
  (claim: DeliveryClaim, { order, stamp }: OrderPiece): Fit => {
    if (!sameRecipient(claim.delivery, order.recipient)) return 'no';
    const posted = { from: claim.postedAt, to: claim.answeredBy + lateOrderMs };
    const inTime = timeFit(claim, stamp, { likely: posted, possible: posted }, offset, isBlurred);
    return inTime === 'likely' && !sameSender(claim.delivery, order.sender) ? 'possible' : inTime;
  };

/** Which record belongs to a delivery: by recipient, sender, direction and the moment the call began (api.md). */
export const recordFit =
  (offset: ClockOffset | null, isBlurred = false) =>
  (claim: DeliveryClaim, { record, stamp }: RecordPiece): Fit => {
    const { delivery, certain, postedAt } = claim;
    if (record.direction === 'inbound' || !sameRecipient(delivery, record.recipient)) return 'no';
    const called = { likely: { from: postedAt, to: claim.calledBy }, possible: { from: postedAt, to: everMs } };
    const inTime = timeFit(claim, stamp, called, offset, isBlurred);
    if (inTime !== 'likely') return inTime;
    if (!sameSender(delivery, record.sender)) return 'possible';
    if (!certain && !maySharePages(delivery, record)) return 'possible';
    if (!maySharePages(delivery, record)) return 'likely';
    if (record.header === delivery.header) return 'preferred';
    return record.header === '' ? 'agreeing' : 'likely';
  };

function timeFit(
  { isUnsure }: DeliveryClaim,
  stamp: Stamp | null,
  spans: { readonly likely: Span; readonly possible: Span },
  offset: ClockOffset | null,
  isBlurred: boolean,
): 'likely' | 'possible' | 'no' {
  const unsure = isBlurred ? 'likely' : 'possible';
  if (stamp === null) return unsure;
  const stamped = spanOfStamp(stamp, offset);
  if (overlaps(stamped, spans.likely)) return 'likely';
  return overlaps(stamped, widened(spans.possible, doubtMs(isUnsure ? null : offset))) ? unsure : 'no';
}

const sameRecipient = (delivery: Delivery, recipient: string): boolean =>
  canonicalNumber(delivery.recipient) === canonicalNumber(recipient);

/** Where either side names no sender it is the account's usual one, which can't be compared. */
const sameSender = (delivery: Delivery, sender: string): boolean =>
  delivery.sender === null || sender === '' || canonicalNumber(delivery.sender) === canonicalNumber(sender);

/** `0` or nothing is said of calls that came to no page. */
const maySharePages = (delivery: Delivery, record: FaxRecord): boolean =>
  record.pagesTotal === null || record.pagesTotal === 0 || record.pagesTotal === delivery.pageCount;
