import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { DeliveryState } from '../../app/outbox/delivery';
import type { Change, Lease, PostEnd, Spool, Spooled } from '../../app/outbox/ports';
import { columnsOf } from './delivery-rows';
import { orderColumn } from './ownership';
import { nextRevision } from './revision';
import { isDoubled } from './sqlite-errors';
import { inTransaction } from './transaction';

type Changes = Pick<Spool, 'claim' | 'renew' | 'change' | 'keepOrder' | 'postpone' | 'hasten'>;
type Queued = Extract<DeliveryState, { kind: 'queued' }>;

/** What changes a delivery of one exchange; all of it compare-and-set, since other processes change them too. */
export function createOutboxChanges(
  database: DatabaseSyncInstance,
  exchange: string,
  find: (id: string) => Spooled | null,
): Changes {
  const endAttempt = createEndAttempt(database);
  const requeue = createRequeue(database, exchange);
  const keepOrder = database.prepare(`
    UPDATE attempts SET outcome = 'accepted', order_id = ?
    WHERE delivery_number = (SELECT number FROM deliveries WHERE id = ?) AND started_at = ?`);
  return {
    ...createLeases(database, exchange, find),
    change: createChange(database, exchange, endAttempt),
    keepOrder: (deliveryId, post, orderId) => void keepOrder.run(orderId, deliveryId, post.startedAt),
    postpone: (waitingFor, from, until) =>
      requeue({ kind: 'queued', notBefore: until, waitingFor }, ['turn', 'network'], from),
    hasten: (at) => requeue({ kind: 'queued', notBefore: at, waitingFor: 'turn' }, ['network'], forEver),
  };
}

const forEver = Number.MAX_SAFE_INTEGER;

function createLeases(
  database: DatabaseSyncInstance,
  exchange: string,
  find: (id: string) => Spooled | null,
): Pick<Spool, 'claim' | 'renew'> {
  const claimOne = database.prepare(`
    UPDATE deliveries SET kind = 'sending', state = ?, not_before = NULL, lease_owner = ?, lease_until = ?,
      revision = ${nextRevision}
    WHERE exchange = ? AND id = ? AND kind = 'queued' AND not_before <= ?
    RETURNING number`);
  const beginAttempt = database.prepare('INSERT INTO attempts (delivery_number, started_at) VALUES (?, ?)');
  const renewOne = database.prepare(`
    UPDATE deliveries SET lease_until = ? WHERE exchange = ? AND id = ? AND kind = 'sending' AND lease_owner = ?`);
  const claim = (id: string, lease: Lease, at: number): Spooled | null => {
    const sending: DeliveryState = { kind: 'sending', since: at };
    const claimed = claimOne.get(JSON.stringify(sending), lease.owner, lease.until, exchange, id, at) as
      { number: number } | undefined;
    if (claimed === undefined) return null;
    beginAttempt.run(claimed.number, at);
    return find(id);
  };
  return {
    claim: (id, lease, at) => inTransaction(database, () => claim(id, lease, at)),
    renew: (id, lease) => (renewOne.run(lease.until, exchange, id, lease.owner).changes === 0 ? null : find(id)),
  };
}

function createChange(database: DatabaseSyncInstance, exchange: string, endAttempt: EndAttempt): Spool['change'] {
  const changeOne = database.prepare(`
    UPDATE deliveries SET kind = ?1, state = ?2, not_before = ?3, order_id = ?4, call_uuid = ?5,
      lease_owner = iif(?1 = 'sending', lease_owner, NULL), lease_until = iif(?1 = 'sending', lease_until, NULL),
      revision = ${nextRevision}
    WHERE exchange = ?6 AND id = ?7 AND revision = ?8`);
  const change = (from: Spooled, to: DeliveryState, end?: PostEnd): Change => {
    const { id } = from.delivery;
    const { kind, state, notBefore, orderId, callUuid } = columnsOf(to);
    const order = orderColumn(database, exchange, id, orderId, end);
    if (order.isTaken) return 'taken';
    const { changes } = changeOne.run(kind, state, notBefore, order.column, callUuid, exchange, id, from.revision);
    if (changes === 0) return 'stale';
    if (end !== undefined) endAttempt(id, end);
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

type EndAttempt = (deliveryId: string, end: PostEnd) => void;

/** The end of a lost POST stays when its order is found afterwards. */
function createEndAttempt(database: DatabaseSyncInstance): EndAttempt {
  const endLast = database.prepare(`
    UPDATE attempts SET outcome = ?1, order_id = coalesce(?2, order_id),
      ended_at = iif(?1 = 'found', coalesce(ended_at, ?3), ?3)
    WHERE number = (SELECT max(a.number) FROM attempts a JOIN deliveries d ON d.number = a.delivery_number
                    WHERE d.id = ?4)`);
  return (deliveryId, { at, outcome, orderId }) => void endLast.run(outcome, orderId ?? null, at, deliveryId);
}

function createRequeue(database: DatabaseSyncInstance, exchange: string) {
  const requeue = database.prepare(`
    UPDATE deliveries SET state = ?, not_before = ?, revision = ${nextRevision}
    WHERE exchange = ? AND kind = 'queued' AND not_before <= ?
      AND state ->> '$.waitingFor' IN (SELECT value FROM json_each(?))`);
  return (state: Queued, waitingFor: Queued['waitingFor'][], dueBy: number): void => {
    requeue.run(JSON.stringify(state), state.notBefore, exchange, dueBy, JSON.stringify(waitingFor));
  };
}
