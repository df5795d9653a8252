import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { DeliveryState, LastCall } from '../../app/outbox/delivery';
import { momentOf } from '../../app/outbox/own-clock';
import type { Moment, TellsTime } from '../../app/outbox/own-clock';
import type { Change, Lease, PostEnd, Spool, Spooled } from '../../app/outbox/ports';
import { timelineEventOf } from '../../app/outbox/timeline';
import { columnsOf } from './delivery-rows';
import { orderColumn } from './ownership';
import { nextRevision } from './revision';
import { isDoubled } from './sqlite-errors';
import { createAddToTimeline } from './timeline';
import { inTransaction } from './transaction';

type Changes = Pick<Spool, 'claim' | 'renew' | 'change' | 'keepOrder' | 'postpone' | 'hasten' | 'together'>;

interface ChangeParts {
  readonly database: DatabaseSyncInstance;
  readonly exchange: string;
  readonly find: (id: string) => Spooled | null;
  readonly clock: TellsTime;
}

/** What changes a delivery of one exchange; all of it compare-and-set, since other processes change them too. */
export function createOutboxChanges(parts: ChangeParts): Changes {
  const { database, exchange, clock } = parts;
  const keepOrder = database.prepare(`
    UPDATE attempts SET outcome = 'accepted', order_id = ?
    WHERE delivery_number = (SELECT number FROM deliveries WHERE id = ?) AND started_at = ?`);
  return {
    ...createLeases(parts),
    change: createChange(parts),
    keepOrder: (deliveryId, post, orderId) => void keepOrder.run(orderId, deliveryId, post.startedAt),
    ...createRequeues(database, exchange, clock),
    together: (work) => inTransaction(database, work),
  };
}

function createLeases({ database, exchange, find }: ChangeParts): Pick<Spool, 'claim' | 'renew'> {
  const claimOne = database.prepare(`
    UPDATE deliveries SET kind = 'sending', state = ?1, not_before = NULL, lease_owner = ?2, lease_until = ?3,
      noted_at = ?6, booted_at = ?7, revision = ${nextRevision}
    WHERE exchange = ?4 AND id = ?5 AND kind = 'queued' AND not_before <= ?6
      AND NOT EXISTS (SELECT 1 FROM queues WHERE exchange = ?4 AND paused_at IS NOT NULL)
    RETURNING number`);
  const addToTimeline = createAddToTimeline(database);
  const beginAttempt = database.prepare(
    'INSERT INTO attempts (delivery_number, started_at, booted_at) VALUES (?, ?, ?)',
  );
  const renewOne = database.prepare(`
    UPDATE deliveries SET lease_until = ? WHERE exchange = ? AND id = ? AND kind = 'sending' AND lease_owner = ?`);
  const claim = (id: string, lease: Lease, { now: at, bootedAt }: Moment): Spooled | null => {
    const sending: DeliveryState = { kind: 'sending', since: at };
    const claimed = claimOne.get(JSON.stringify(sending), lease.owner, lease.until, exchange, id, at, bootedAt) as
      { number: number } | undefined;
    if (claimed === undefined) return null;
    beginAttempt.run(claimed.number, at, bootedAt);
    addToTimeline(claimed.number, at, { kind: 'uploading' });
    return find(id);
  };
  return {
    claim: (id, lease, moment) => inTransaction(database, () => claim(id, lease, moment)),
    renew: (id, lease) => (renewOne.run(lease.until, exchange, id, lease.owner).changes === 0 ? null : find(id)),
  };
}

function createChange({ database, exchange, clock }: ChangeParts): Spool['change'] {
  const endAttempt = createEndAttempt(database);
  const keepCall = createKeepCall(database, exchange);
  const addToTimeline = createAddToTimeline(database);
  const changeOne = database.prepare(`
    UPDATE deliveries SET kind = ?1, state = ?2, not_before = ?3, check_at = ?4, order_id = ?5, call_uuid = ?6,
      lease_owner = iif(?1 = 'sending', lease_owner, NULL), lease_until = iif(?1 = 'sending', lease_until, NULL),
      retries = retries + ?7, noted_at = ?8, booted_at = ?9, revision = ${nextRevision}
    WHERE exchange = ?10 AND id = ?11 AND revision = ?12
    RETURNING number`);
  const change = (from: Spooled, to: DeliveryState, end?: PostEnd): Change => {
    const { id, state: before } = from.delivery;
    const { kind, state, notBefore, checkAt, orderId, callUuid } = columnsOf(to);
    const order = orderColumn(database, exchange, id, orderId, end);
    if (order.isTaken) return 'taken';
    const { now, bootedAt } = momentOf(clock);
    const columns = [kind, state, notBefore, checkAt, order.column, callUuid, retriesMore(before, to), now, bootedAt];
    const changed = changeOne.get(...columns, exchange, id, from.revision) as { number: number } | undefined;
    if (changed === undefined) return 'stale';
    if (end !== undefined) endAttempt(id, end);
    keepCall(id, before, to);
    const event = timelineEventOf(before, to, end);
    if (event !== null) addToTimeline(changed.number, now, event);
    return 'changed';
  };
  return (from, to, end) => {
    try {
      return inTransaction(database, () => change(from, to, end));
    } catch (error) {
      if (isDoubled(error)) return 'taken';
      throw error;
    }
  };
}

const retriesMore = (from: DeliveryState, to: DeliveryState): number =>
  to.kind === 'queued' && to.waitingFor === 'retry' && from.kind !== 'queued' ? 1 : 0;

type EndAttempt = (deliveryId: string, end: PostEnd) => void;

const lastAttempt = `number = (SELECT max(a.number) FROM attempts a JOIN deliveries d ON d.number = a.delivery_number
                    WHERE d.id = ?4)`;

/** The end of a lost POST stays when its order is found afterwards. */
function createEndAttempt(database: DatabaseSyncInstance): EndAttempt {
  const endLast = database.prepare(`
    UPDATE attempts SET outcome = ?1, order_id = coalesce(?2, order_id),
      ended_at = iif(?1 = 'found', coalesce(ended_at, ?3), ?3)
    WHERE ${lastAttempt}`);
  return (deliveryId, { at, outcome, orderId }) => void endLast.run(outcome, orderId ?? null, at, deliveryId);
}

/** An attempt keeps the call made of it, also when the delivery goes on to the next; each call has one attempt (D5). */
function createKeepCall(database: DatabaseSyncInstance, exchange: string) {
  const keep = database.prepare(`
    UPDATE attempts SET exchange = ?1, call_uuid = ?2, call_at = ?3, success = ?5, reason = ?6, pages_sent = ?7,
      pages_total = ?8
    WHERE ${lastAttempt}`);
  return (deliveryId: string, from: DeliveryState, to: DeliveryState): void => {
    const call = callOf(to);
    if (call === null || callOf(from)?.callUuid === call.callUuid) return;
    const { callUuid, at, reason, pagesSent, pagesTotal } = call;
    keep.run(exchange, callUuid, at, deliveryId, to.kind === 'delivered' ? 1 : 0, reason, pagesSent, pagesTotal);
  };
}

function callOf(state: DeliveryState): Omit<LastCall, 'cause'> | null {
  if (state.kind === 'queued') return state.lastCall ?? null;
  if (state.kind === 'delivered') return { ...state, reason: '' };
  return state.kind === 'failed' ? state : null;
}

function createRequeues(
  database: DatabaseSyncInstance,
  exchange: string,
  clock: TellsTime,
): Pick<Spool, 'postpone' | 'hasten'> {
  const requeue = (which: string) =>
    database.prepare(`
      UPDATE deliveries SET state = json_set(state, '$.notBefore', ?1, '$.waitingFor', ?2), not_before = ?1,
        noted_at = ?5, booted_at = ?6, revision = ${nextRevision}
      WHERE exchange = ?3 AND kind = 'queued' AND ${which}`);
  const marks = (): [number, number] => [clock.now(), clock.bootedAt()];
  const due = requeue('not_before <= ?4');
  const waiting = requeue("state ->> '$.waitingFor' = ?4");
  return {
    postpone: (waitingFor, from, until) => void due.run(until, waitingFor, exchange, from, ...marks()),
    hasten: (at) => void waiting.run(at, 'turn', exchange, 'network', ...marks()),
  };
}
