import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Delivery, FaxRequest } from '../../app/outbox/delivery';
import type { Scope, Spool } from '../../app/outbox/ports';
import type { Turnaround } from '../../app/outbox/settling';
import { deliveryOf, selectDeliveries, spooledOf } from './delivery-rows';
import type { DeliveryRow } from './delivery-rows';

type RequestRow = Pick<FaxRequest, 'sender' | 'header' | 'resolution' | 'pageCount'> & { readonly recipient: string };

type Asked =
  | 'find'
  | 'open'
  | 'inFlight'
  | 'sending'
  | 'due'
  | 'nextDueAfter'
  | 'followed'
  | 'changedSince'
  | 'pausedAt'
  | 'turnarounds';

export interface OutboxReads extends Pick<Spool, Asked> {
  /** Newest first. */
  list(): Delivery[];
  /** What was asked for with this delivery, for its recipient alone; `null` where there is none. */
  requestOf(deliveryId: string): FaxRequest | null;
}

/** So many tell how the service is now. */
const latestTurnarounds = 20;

const isOpen = "d.kind NOT IN ('delivered', 'failed', 'refused', 'cancelled')";
const isInScope = '(?2 IS NULL OR d.id IN (SELECT value FROM json_each(?2)))';
const scoped = (only: Scope): string | null => (only === null ? null : JSON.stringify([...only]));

/** What is asked of the deliveries of one exchange. */
export function createOutboxReads(database: DatabaseSyncInstance, exchange: string): OutboxReads {
  const select = (tail: string) => database.prepare(`${selectDeliveries} ${tail}`);
  const byId = select('WHERE d.exchange = ? AND d.id = ?');
  const open = select(`WHERE d.exchange = ? AND ${isOpen} ORDER BY d.number`);
  const inFlight = select(
    `WHERE d.exchange = ? AND d.kind IN ('sending', 'accepted', 'unconfirmed', 'needsDecision') ORDER BY d.number`,
  );
  const sending = select("WHERE d.exchange = ? AND d.kind = 'sending' ORDER BY d.number");
  const newestFirst = select('WHERE d.exchange = ? ORDER BY d.number DESC');
  const requested = database.prepare(`
    SELECT d.recipient, f.sender, f.header, f.resolution, f.page_count AS pageCount
    FROM deliveries d JOIN faxes f ON f.id = d.fax_id WHERE d.exchange = ? AND d.id = ?`);
  // The cross join has the newest attempts looked at first, and no more of them than it takes.
  const turnarounds = database.prepare(`
    SELECT a.call_at - a.started_at AS ms, f.page_count AS pages
    FROM attempts a CROSS JOIN deliveries d ON d.number = a.delivery_number JOIN faxes f ON f.id = d.fax_id
    WHERE d.exchange = ? AND a.outcome = 'accepted' AND a.success = 1 AND a.call_at >= a.started_at
    ORDER BY a.number DESC LIMIT ${latestTurnarounds}`);
  const paused = database.prepare('SELECT paused_at AS at FROM queues WHERE exchange = ?');
  return {
    ...createAgenda(database, exchange),
    find: (id) => {
      const row = byId.get(exchange, id) as DeliveryRow | undefined;
      return row === undefined ? null : spooledOf(row);
    },
    open: () => (open.all(exchange) as DeliveryRow[]).map(spooledOf),
    inFlight: () => (inFlight.all(exchange) as DeliveryRow[]).map(spooledOf),
    sending: () => (sending.all(exchange) as DeliveryRow[]).map(spooledOf),
    list: () => (newestFirst.all(exchange) as DeliveryRow[]).map(deliveryOf),
    requestOf: (deliveryId) => {
      const row = requested.get(exchange, deliveryId) as RequestRow | undefined;
      if (row === undefined) return null;
      const { recipient, ...request } = row;
      return { ...request, recipients: [`+${recipient}`] };
    },
    turnarounds: () => (turnarounds.all(exchange) as Turnaround[]).map(({ ms, pages }) => ({ ms, pages })),
    pausedAt: () => (paused.get(exchange) as { at: number | null } | undefined)?.at ?? null,
  };
}

/** What the runner asks at every step: answered from indexes, however much the outbox holds. */
function createAgenda(
  database: DatabaseSyncInstance,
  exchange: string,
): Pick<Spool, 'due' | 'nextDueAfter' | 'followed' | 'changedSince'> {
  const due = database.prepare(`${selectDeliveries}
    WHERE d.exchange = ?1 AND d.kind = 'queued' AND ${isInScope} AND d.not_before <= ?3 ORDER BY d.number LIMIT ?4`);
  const next = database.prepare(`SELECT min(d.not_before) AS at FROM deliveries d
    WHERE d.exchange = ?1 AND d.kind = 'queued' AND ${isInScope} AND d.not_before > ?3`);
  const accepted = database.prepare(`SELECT EXISTS (SELECT 1 FROM deliveries d
    WHERE d.exchange = ?1 AND d.kind = 'accepted' AND ${isInScope}) AS any`);
  const nextCheck = database.prepare(`SELECT min(d.check_at) AS at FROM deliveries d
    WHERE d.exchange = ?1 AND d.kind = 'unconfirmed' AND ${isInScope}`);
  const changed = database.prepare(
    `${selectDeliveries} WHERE +d.exchange = ? AND d.revision > ? ORDER BY d.revision, d.number`,
  );
  const newestRevision = database.prepare('SELECT coalesce(max(revision), 0) AS revision FROM deliveries');
  return {
    due: (at, limit, only) => (due.all(exchange, scoped(only), at, limit) as DeliveryRow[]).map(spooledOf),
    nextDueAfter: (at, only) => (next.get(exchange, scoped(only), at) as { at: number | null }).at,
    followed: (only) => ({
      anyAccepted: (accepted.get(exchange, scoped(only)) as { any: number }).any === 1,
      nextCheckAt: (nextCheck.get(exchange, scoped(only)) as { at: number | null }).at,
    }),
    changedSince: (revision) => {
      const { revision: newest } = newestRevision.get() as { revision: number };
      if (newest === revision) return { deliveries: [], revision };
      return { deliveries: (changed.all(exchange, revision) as DeliveryRow[]).map(deliveryOf), revision: newest };
    },
  };
}
