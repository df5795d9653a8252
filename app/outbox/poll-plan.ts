import type { FaxRecord, PendingOrder } from '../api/entities';
import { claimOf } from './fit';
import type { Moment } from './own-clock';
import type { Spooled } from './ports';
import { recordsReachMs } from './reconcile';
import { doubtMs, isSure, learnOffset, offsetSeen } from './service-clock';
import type { ClockOffset } from './service-clock';
import { isLastLook } from './settling';
import type { Settling } from './settling';

/**
 * Which lists a poll has to read. Records matter once an order left the pending list or a POST is in doubt; while the
 * service's clock is not known, those that are there before are known not to be ours.
 */
interface PollPlan {
  /** By the service's clock, which may be behind ours; `null`: not at all. */
  readonly recordsSince: number | null;
  /** Read the records once more after the orders: a delivery may be found absent (D4). */
  readonly recordsTwice: boolean;
}

export function planPoll(
  open: readonly Spooled[],
  today: Moment,
  offset: ClockOffset | null,
  settling: Pick<Settling, 'timing' | 'turnarounds'>,
): PollPlan {
  const { now } = today;
  const sought = open.filter(
    ({ delivery: { state } }) =>
      state.kind === 'unconfirmed' ||
      (state.kind === 'accepted' && (state.leftPendingAt !== undefined || !isSure(offset))),
  );
  if (sought.length === 0) return { recordsSince: null, recordsTwice: false };
  const claims = sought.map((spooled) => claimOf(spooled, today));
  const earliest = Math.min(...claims.map(({ postedAt }) => postedAt));
  const doubt = doubtMs(claims.some(({ isUnsure }) => isUnsure) ? null : offset);
  return {
    recordsSince: Math.max(earliest + Math.min(0, offset?.lowMs ?? 0) - doubt, now - recordsReachMs),
    recordsTwice: sought.some((spooled) => isDue(spooled, now) && isLastLook(spooled, { ...settling, now, open })),
  };
}

const isDue = ({ delivery: { state } }: Spooled, now: number): boolean =>
  state.kind === 'unconfirmed' && now >= state.nextCheckAt;

/** What the pending orders that the service itself told us are ours say about its clock. */
export function learnFrom(
  known: ClockOffset | null,
  open: readonly Spooled[],
  orders: readonly PendingOrder[],
  today: Moment,
): ClockOffset | null {
  const byId = new Map(orders.map((order) => [order.orderId, order]));
  let offset = known;
  for (const spooled of open) {
    const { state } = spooled.delivery;
    const order = state.kind === 'accepted' ? byId.get(state.orderId) : undefined;
    if (order === undefined || !spooled.post?.answered || spooled.post.endedAt === null) continue;
    const { postedAt, answeredBy, isUnsure } = claimOf(spooled, today);
    if (isUnsure) continue;
    const seen = offsetSeen(order.createdAt, { from: postedAt, to: answeredBy });
    if (seen !== null) offset = learnOffset(offset, seen);
  }
  return offset;
}

/** Equal faxes to one number may have each other's records: the call of one may be that of one sent a little before. */
const mayBeAnothersMs = 600_000;

/** What the records found of deliveries the service answered for say about its clock: their calls began after the POST. */
export function learnFromRecords(
  known: ClockOffset | null,
  found: readonly { readonly spooled: Spooled; readonly record: FaxRecord }[],
  today: Moment,
): ClockOffset | null {
  let offset = known;
  for (const { spooled, record } of found) {
    const { state } = spooled.delivery;
    const { postedAt, isUnsure } = claimOf(spooled, today);
    const seen = offsetSeen(record.startStamp, { from: postedAt - mayBeAnothersMs, to: today.now });
    if (seen === null || isUnsure || isSure(offset) || state.kind !== 'accepted' || state.isGuess) continue;
    offset = learnOffset(offset, seen);
  }
  return offset;
}
