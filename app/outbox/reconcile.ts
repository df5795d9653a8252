import type { FaxRecord, PendingOrder } from '../api/entities';
import { groupedBy } from '../grouped-by';
import { canonicalNumber } from '../phone/fax-number';
import type { DeliveryState } from './delivery';
import { areBlurred, claimOf, orderFit, orderPiece, recordFit, recordPiece } from './fit';
import type { DeliveryClaim, OrderPiece, RecordPiece } from './fit';
import { freshRecord } from './fresh';
import { assign } from './match';
import type { Fit, Matched, Verdict } from './match';
import type { Moment } from './own-clock';
import type { Spooled, Taken } from './ports';
import { retryOf } from './retry-of';
import { settleGapMs } from './schedule';
import type { Timing } from './schedule';
import { isSure } from './service-clock';
import { isLastLook, unsettledMs } from './settling';
import type { Turnaround } from './settling';
import type { ClockOffset } from './service-clock';
import type { DeliveryEvent, RecordOutcome } from './transition';

/**
 * What the service says, looked at in this order: records, pending orders, and once more records where an unconfirmed
 * delivery's last look is due. A record in `recordsBefore` belongs to an order that had left the pending list by the
 * time `orders` was read; an order that left in between is in `recordsAfter`. `null`: not asked.
 */
export interface Evidence {
  /** When reading began, by our clock: what was accepted later may be missing from `orders` for that reason. */
  readonly askedAt: number;
  readonly recordsBefore: readonly FaxRecord[] | null;
  readonly orders: readonly PendingOrder[];
  readonly recordsAfter: readonly FaxRecord[] | null;
  /** After which moments records came, by `call_uuid` (`newcomers.ts`). */
  readonly cameAfter: ReadonlyMap<string, number>;
}

export interface Circumstances extends Moment {
  readonly offset: ClockOffset | null;
  readonly taken: Taken;
  readonly timing: Timing;
  readonly turnarounds: readonly Turnaround[];
  /** The user's policy for calls that are busy or not answered (`retry.ts`). */
  readonly retryMinutes: readonly number[];
}

export interface Finding {
  readonly deliveryId: string;
  readonly event: DeliveryEvent;
}

/** `/fdrs` answers at most 31 days at once; what is older can't be proven absent. */
export const recordsReachMs = 29 * 86_400_000;

/**
 * What the evidence means for the deliveries that are open (design D4, D5). Pass every open delivery, also those other
 * processes send: they too may own an order or a record.
 */
export function reconcile(open: readonly Spooled[], evidence: Evidence, circumstances: Circumstances): Finding[] {
  const orders = new Map(evidence.orders.map((order) => [order.orderId, order]));
  const { taken } = circumstances;
  const freeOrders = byRecipient(
    evidence.orders.filter(({ orderId }) => !taken.orders.has(orderId)).map(orderPiece),
    ({ order }) => order.recipient,
  );
  const freeRecords = byRecipient(
    (evidence.recordsBefore ?? []).filter(({ callUuid }) => !taken.records.has(callUuid)).map(recordPiece),
    ({ record }) => record.recipient,
  );
  return [...byRecipient(open, ({ delivery }) => delivery.recipient)].flatMap(([number, rivals]) =>
    reconcileRivals({
      ...circumstances,
      open,
      evidence,
      orders,
      rivals,
      matched: new Set(),
      recordVerdicts: new Map(),
      freeOrders: freeOrders.get(number) ?? [],
      freeRecords: freeRecords.get(number) ?? [],
    }),
  );
}

interface Look extends Circumstances {
  readonly open: readonly Spooled[];
  readonly evidence: Evidence;
  /** The pending orders, by id. */
  readonly orders: ReadonlyMap<string, PendingOrder>;
  /** Deliveries to one number: only these can be mistaken for each other. */
  readonly rivals: readonly Spooled[];
  /** Orders and records of that number that no delivery owns. */
  readonly freeOrders: readonly OrderPiece[];
  readonly freeRecords: readonly RecordPiece[];
  /** Orders that were found to be a delivery's at this look. */
  readonly matched: ReadonlySet<string>;
  /** Which record was found to be whose at this look. */
  readonly recordVerdicts: ReadonlyMap<string, Verdict>;
}

interface Verdicts {
  readonly order: Verdict;
  readonly record: Verdict;
}

type StateOf<K extends DeliveryState['kind']> = Extract<DeliveryState, { kind: K }>;

const byRecipient = <T>(all: readonly T[], recipientOf: (each: T) => string): Map<string, T[]> =>
  groupedBy(all, (each) => canonicalNumber(recipientOf(each)));

function reconcileRivals(look: Look): Finding[] {
  const { rivals } = look;
  const orderVerdicts = matchOrders(rivals, look);
  const withoutOrder = rivals.filter(({ delivery }) => orderVerdicts.get(delivery.id)?.kind !== 'matched');
  const recordVerdicts = matchRecords(withoutOrder, look);
  const sendingRival = rivals.some(({ delivery }) => delivery.state.kind === 'sending');
  const matched = new Set(
    [...orderVerdicts.values()].flatMap((each) => (each.kind === 'matched' ? [each.pieceId] : [])),
  );
  return rivals.flatMap((spooled) => {
    const { id } = spooled.delivery;
    const verdicts = { order: orderVerdicts.get(id) ?? none, record: recordVerdicts.get(id) ?? none };
    const event = eventFor(spooled, verdicts, { ...look, matched, recordVerdicts }, sendingRival);
    return event === null ? [] : [{ deliveryId: id, event }];
  });
}

const none: Verdict = { kind: 'none' };

function matchOrders(rivals: readonly Spooled[], look: Look): Map<string, Verdict> {
  const { freeOrders, offset } = look;
  const claims = rivals.filter(isInDoubt).map((spooled) => claimOf(spooled, look));
  if (claims.length === 0) return new Map();
  return assign(claims, freeOrders, orderFit(offset, areBlurred(claims, offset, [rivals.length, freeOrders.length])));
}

function matchRecords(rivals: readonly Spooled[], look: Look): Map<string, Verdict> {
  const { freeRecords, offset } = look;
  const isAnyInDoubt = rivals.some(isInDoubt);
  const likely = rivals.filter(
    (spooled) => isInDoubt(spooled) || mayHaveRecord(spooled, look) || (isAnyInDoubt && isAccepted(spooled)),
  );
  const claimants = [...likely, ...early(rivals, likely, look)];
  if (likely.length === 0) return new Map();
  const claims = claimants.map((spooled) => claimOf(spooled, look));
  const isBlurred = areBlurred(claims, offset, [rivals.length, freeRecords.length]);
  const verdicts = assign(isBlurred ? claims.map(apart) : claims, freeRecords, recordFit(offset, isBlurred));
  return new Map([...verdicts, ...freshMatch(rivals, verdicts, look)]);
}

/** A guess, since nothing but its coming tells the only record that may be the only delivery's. */
function freshMatch(
  rivals: readonly Spooled[],
  verdicts: ReadonlyMap<string, Verdict>,
  look: Look,
): Map<string, Verdict> {
  const isDoubtful = rivals.length === 1 && [...verdicts.values()].some(({ kind }) => kind === 'doubtful');
  const piece = isDoubtful ? freshRecord({ ...look, cameAfter: look.evidence.cameAfter }) : null;
  if (piece === null) return new Map();
  const verdict: Verdict = { kind: 'matched', pieceId: piece.id, isGuess: true };
  return new Map([...verdicts.keys()].map((id) => [id, verdict]));
}

/** While time tells no rivals apart, what was answered for is no twin of what was not: it may take the other's record. */
const apart = (claim: DeliveryClaim): DeliveryClaim => ({ ...claim, content: `${claim.content} ${claim.certain}` });

/** Accepted ones still pending that a record suits better than all who should have theirs: some come before their time. */
function early(rivals: readonly Spooled[], likely: readonly Spooled[], look: Look): Spooled[] {
  const pending = rivals.filter((spooled) => isAccepted(spooled) && !likely.includes(spooled));
  if (pending.length === 0 || look.freeRecords.length === 0) return [];
  const fitOf = recordFit(look.offset, !isSure(look.offset));
  const rankOf = (spooled: Spooled, piece: RecordPiece): number => ranks[fitOf(claimOf(spooled, look), piece)];
  return pending.filter((spooled) =>
    look.freeRecords.some((piece) => likely.every((each) => rankOf(each, piece) < rankOf(spooled, piece))),
  );
}

const ranks: Readonly<Record<Fit, number>> = { no: 0, possible: 0, likely: 1, agreeing: 2, preferred: 3 };

/** A POST is under way or lost: it may have made an order, also while the user has not decided. */
const isInDoubt = ({ delivery: { state } }: Spooled): boolean =>
  state.kind === 'sending' ||
  state.kind === 'unconfirmed' ||
  (state.kind === 'needsDecision' && state.orderId === undefined);

/** Its record may show a moment before its order leaves the pending list. */
const isAccepted = ({ delivery: { state } }: Spooled): boolean => state.kind === 'accepted';

/** Also one the list may not show yet: it may have come and gone. */
const mayHaveRecord = ({ delivery: { state } }: Spooled, { orders }: Look): boolean =>
  (state.kind === 'accepted' && !orders.has(state.orderId)) ||
  (state.kind === 'needsDecision' && state.orderId !== undefined);

/** While a rival is being sent, what is found may be the rival's, and what is missing may still come. */
function eventFor(spooled: Spooled, verdicts: Verdicts, look: Look, sendingRival: boolean): DeliveryEvent | null {
  const { state } = spooled.delivery;
  if (state.kind === 'accepted') return eventForAccepted(spooled, state, verdicts.record, look);
  if (state.kind !== 'unconfirmed') return null;
  const found = sendingRival ? null : foundOf(spooled, verdicts, look);
  if (found !== null) return found;
  const sightings = newlySighted(spooled, state, look);
  if (look.now < state.nextCheckAt || look.evidence.recordsBefore === null) {
    return sightings.length === 0 ? null : { kind: 'sighted', orderIds: sightings };
  }
  const isConclusive =
    isLastLook(spooled, look) &&
    !sendingRival &&
    look.evidence.recordsAfter !== null &&
    !cameMeanwhile(spooled, look) &&
    !mayClearUp(state, verdicts.record, look);
  if (!isConclusive) return notFoundYet(spooled, state, look, sightings);
  const event = conclusion(spooled, verdicts, look);
  return event.kind === 'absent' && hasOpenSighting(state, look) ? afterSighting(spooled, state, look) : event;
}

/** The records still to come of rivals' orders will tell which of those that are here is whose. */
const mayClearUp = (state: StateOf<'unconfirmed'>, record: Verdict, { rivals, now, timing }: Look): boolean =>
  record.kind === 'ambiguous' && now - state.since < timing.doubtPatienceMs && rivals.some(isAccepted);

/** Pending orders that may be the delivery's and can't be told from others': after this look they may be gone. */
function newlySighted(spooled: Spooled, { sighted = [] }: StateOf<'unconfirmed'>, look: Look): string[] {
  const { freeOrders, offset, matched } = look;
  const unseen = freeOrders.filter(({ id }) => !matched.has(id) && !sighted.includes(id));
  if (unseen.length === 0) return [];
  const claim = claimOf(spooled, look);
  return unseen.filter((order) => orderFit(offset)(claim, order) !== 'no').map(({ id }) => id);
}

/** An order that was sighted, and turned out to be no other delivery's. */
const hasOpenSighting = ({ sighted = [] }: StateOf<'unconfirmed'>, { taken, matched }: Look): boolean =>
  sighted.some((orderId) => !taken.orders.has(orderId) && !matched.has(orderId));

/** Its record may still come; what was there once is never concluded to be absent. */
const afterSighting = (spooled: Spooled, state: StateOf<'unconfirmed'>, look: Look): DeliveryEvent =>
  look.now - state.since < look.timing.doubtPatienceMs
    ? notFoundYet(spooled, state, look)
    : ambiguous('ambiguousOrder', look);

function eventForAccepted(
  spooled: Spooled,
  state: StateOf<'accepted'>,
  verdict: Verdict,
  look: Look,
): DeliveryEvent | null {
  const { now, timing } = look;
  const pending = look.orders.get(state.orderId);
  if (pending !== undefined) {
    const isNew = pending.status !== state.serviceStatus || state.leftPendingAt !== undefined;
    return isNew ? { kind: 'orderPending', serviceStatus: pending.status } : null;
  }
  if (state.at >= look.evidence.askedAt || mayNotShowYet(state, now)) return null;
  const isDoubtful = verdict.kind === 'matched' && (state.isGuess || verdict.isGuess) && guessesDiffer(look);
  if (verdict.kind === 'matched' && !isDoubtful) return recordFound(spooled, verdict, look);
  if (state.leftPendingAt === undefined) return { kind: 'orderLeftPending', at: now };
  const patienceMs = isDoubtful || verdict.kind === 'ambiguous' ? timing.doubtPatienceMs : timing.recordDueMs;
  const isOverdue = look.evidence.recordsBefore !== null && now - state.leftPendingAt >= patienceMs;
  return isOverdue ? ambiguous('ambiguousRecord', look) : null;
}

/** A list may lag behind the answers: an order it has never shown has not left it. */
const mayNotShowYet = ({ serviceStatus, at }: StateOf<'accepted'>, now: number): boolean =>
  serviceStatus === null && now - at < listLagMs;

const listLagMs = 6_000;

function foundOf(spooled: Spooled, { order, record }: Verdicts, look: Look): DeliveryEvent | null {
  if (order.kind === 'matched') return orderFound(order, look);
  if (record.kind !== 'matched' || (record.isGuess && guessesDiffer(look))) return null;
  return recordFound(spooled, record, look);
}

/**
 * Whether it matters which of the guessed deliveries is which: their calls did not all end alike, or some are still to
 * come.
 */
function guessesDiffer({ rivals, recordVerdicts, freeRecords }: Look): boolean {
  const guessed = rivals.filter(({ delivery: { id, state } }) => {
    const verdict = recordVerdicts.get(id);
    return (state.kind === 'accepted' && state.isGuess) || (verdict?.kind === 'matched' && verdict.isGuess);
  });
  const ends = guessed.map(({ delivery }) => {
    const verdict = recordVerdicts.get(delivery.id);
    return verdict?.kind === 'matched'
      ? freeRecords.find(({ id }) => id === verdict.pieceId)?.record.success
      : undefined;
  });
  return ends.some((success) => success === undefined || success !== ends[0]);
}

function notFoundYet(
  spooled: Spooled,
  { checks }: StateOf<'unconfirmed'>,
  look: Look,
  sightings: readonly string[] = [],
): DeliveryEvent {
  const gapMs = settleGapMs(look.timing, checks + 1);
  const nextCheckAt = look.now + Math.min(gapMs, unsettledMs(spooled, look) || gapMs);
  return { kind: 'notFoundYet', nextCheckAt, ...(sightings.length > 0 && { sightings }) };
}

/** A record that appeared while the lists were read may be this delivery's: the next look tells. */
function cameMeanwhile(spooled: Spooled, look: Look): boolean {
  const { evidence, offset, taken } = look;
  const before = new Set((evidence.recordsBefore ?? []).map((record) => record.callUuid));
  const claim = claimOf(spooled, look);
  return (evidence.recordsAfter ?? [])
    .filter((record) => !before.has(record.callUuid) && !taken.records.has(record.callUuid))
    .some((record) => recordFit(offset)(claim, recordPiece(record)) !== 'no');
}

function conclusion(spooled: Spooled, verdicts: Verdicts, look: Look): DeliveryEvent {
  if (verdicts.order.kind !== 'none') return ambiguous('ambiguousOrder', look);
  const isWithinReach = look.now - claimOf(spooled, look).postedAt < recordsReachMs;
  if (verdicts.record.kind !== 'none' || !isWithinReach) return ambiguous('ambiguousRecord', look);
  return { kind: 'absent', at: look.now };
}

const ambiguous = (
  why: Extract<DeliveryEvent, { kind: 'ambiguous' }>['why'],
  { now, bootedAt }: Moment,
): DeliveryEvent => ({ kind: 'ambiguous', at: now, bootedAt, why });

const orderFound = ({ pieceId: orderId, isGuess }: Matched, { orders, now }: Look): DeliveryEvent => ({
  kind: 'orderFound',
  at: now,
  orderId,
  serviceStatus: orders.get(orderId)?.status ?? null,
  ...(isGuess && { isGuess }),
});

/** What may be another fax's call is no reason to send one again that the service did not answer for. */
function recordFound(spooled: Spooled, { pieceId: callUuid, isGuess }: Matched, look: Look): DeliveryEvent | null {
  const { freeRecords: records, now } = look;
  const piece = records.find(({ id }) => id === callUuid);
  if (piece === undefined) return null;
  const { state } = spooled.delivery;
  const isInTime = recordFit(look.offset)(claimOf(spooled, look), piece) !== 'possible';
  const isOwn = !isGuess || (state.kind === 'accepted' && !state.isGuess && isInTime);
  const retry = !isOwn ? null : retryOf(spooled, piece.record, { ...look, records });
  return { kind: 'recordFound', at: now, record: outcomeOf(piece.record), retry };
}

export const outcomeOf = (record: FaxRecord): RecordOutcome => ({
  callUuid: record.callUuid,
  success: record.success,
  pagesSent: record.pagesSent,
  pagesTotal: record.pagesTotal,
  reason: record.result,
});
