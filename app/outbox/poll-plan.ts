import type { PendingOrder } from '../api/entities';
import type { Spooled } from './ports';
import { isLastLook, recordsReachMs } from './reconcile';
import type { Timing } from './schedule';
import { doubtMs, learnOffset, offsetSeen } from './service-clock';
import type { ClockOffset } from './service-clock';

/** Which lists a poll has to read. Records matter once an order left the pending list or a POST is in doubt. */
interface PollPlan {
  /** By the service's clock, which may be behind ours; `null`: not at all. */
  readonly recordsSince: number | null;
  /** Read the records once more after the orders: a delivery may be found absent (D4). */
  readonly recordsTwice: boolean;
}

export function planPoll(open: readonly Spooled[], now: number, offset: ClockOffset | null, timing: Timing): PollPlan {
  const sought = open.filter(
    ({ delivery: { state } }) =>
      state.kind === 'unconfirmed' || (state.kind === 'accepted' && state.leftPendingAt !== undefined),
  );
  if (sought.length === 0) return { recordsSince: null, recordsTwice: false };
  const earliest = Math.min(...sought.map(({ delivery, post }) => post?.startedAt ?? delivery.createdAt));
  return {
    recordsSince: Math.max(earliest + Math.min(0, offset?.lowMs ?? 0) - doubtMs(offset), now - recordsReachMs),
    recordsTwice: sought.some((spooled) => isDue(spooled, now) && isLastLook(spooled, timing)),
  };
}

const isDue = ({ delivery: { state } }: Spooled, now: number): boolean =>
  state.kind === 'unconfirmed' && now >= state.nextCheckAt;

/** What the pending orders that the service itself told us are ours say about its clock. */
export function learnFrom(
  known: ClockOffset | null,
  open: readonly Spooled[],
  orders: readonly PendingOrder[],
): ClockOffset | null {
  const byId = new Map(orders.map((order) => [order.orderId, order]));
  let offset = known;
  for (const { delivery, post } of open) {
    const order = delivery.state.kind === 'accepted' ? byId.get(delivery.state.orderId) : undefined;
    if (order === undefined || !post?.answered || post.endedAt === null) continue;
    const seen = offsetSeen(order.createdAt, { from: post.startedAt, to: post.endedAt });
    if (seen !== null) offset = learnOffset(offset, seen);
  }
  return offset;
}
