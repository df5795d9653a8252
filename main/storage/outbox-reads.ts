import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Delivery, FaxRequest } from '../../app/outbox/delivery';
import type { PostEnd, Spool } from '../../app/outbox/ports';
import { deliveryOf, selectDeliveries, spooledOf } from './delivery-rows';
import type { DeliveryRow } from './delivery-rows';

/** One POST of a delivery. */
interface AttemptRow {
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly outcome: PostEnd['outcome'] | null;
  readonly orderId: string | null;
}

type RequestRow = Omit<FaxRequest, 'recipients'> & { readonly recipient: string };

export interface OutboxReads extends Pick<Spool, 'find' | 'open' | 'changedSince'> {
  /** Newest first. */
  list(): Delivery[];
  /** What was asked for with this delivery, for its recipient alone; `null` where there is none. */
  requestOf(deliveryId: string): FaxRequest | null;
  /** Oldest first. */
  attempts(deliveryId: string): AttemptRow[];
}

const isOpen = "d.kind NOT IN ('delivered', 'failed', 'refused', 'cancelled')";

/** What is asked of the deliveries of one exchange. */
export function createOutboxReads(database: DatabaseSyncInstance, exchange: string): OutboxReads {
  const select = (tail: string) => database.prepare(`${selectDeliveries} ${tail}`);
  const byId = select('WHERE d.exchange = ? AND d.id = ?');
  const open = select(`WHERE d.exchange = ? AND ${isOpen} ORDER BY d.number`);
  const newestFirst = select('WHERE d.exchange = ? ORDER BY d.number DESC');
  const changed = select('WHERE d.exchange = ? AND d.revision > ? ORDER BY d.revision, d.number');
  const newestRevision = database.prepare('SELECT coalesce(max(revision), 0) AS revision FROM deliveries');
  const requested = database.prepare(`
    SELECT d.recipient, f.sender, f.header, f.resolution, f.page_count AS pageCount
    FROM deliveries d JOIN faxes f ON f.id = d.fax_id WHERE d.exchange = ? AND d.id = ?`);
  const attempts = database.prepare(`
    SELECT started_at AS startedAt, ended_at AS endedAt, outcome, order_id AS orderId FROM attempts
    WHERE delivery_number = (SELECT number FROM deliveries WHERE id = ?) ORDER BY number`);
  return {
    find: (id) => {
      const row = byId.get(exchange, id) as DeliveryRow | undefined;
      return row === undefined ? null : spooledOf(row);
    },
    open: () => (open.all(exchange) as DeliveryRow[]).map(spooledOf),
    list: () => (newestFirst.all(exchange) as DeliveryRow[]).map(deliveryOf),
    changedSince: (revision) => {
      const { revision: newest } = newestRevision.get() as { revision: number };
      if (newest === revision) return { deliveries: [], revision };
      return { deliveries: (changed.all(exchange, revision) as DeliveryRow[]).map(deliveryOf), revision: newest };
    },
    requestOf: (deliveryId) => {
      const row = requested.get(exchange, deliveryId) as RequestRow | undefined;
      return row === undefined ? null : { ...row, recipients: [`+${row.recipient}`] };
    },
    attempts: (deliveryId) => attempts.all(deliveryId) as AttemptRow[],
  };
}
