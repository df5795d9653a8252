import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Delivery } from '../../app/outbox/delivery';
import { deliveryKinds } from '../../app/outbox/listing';
import type { OutboxFilter, OutboxPage, OutboxStatus } from '../../app/outbox/listing';
import type { DeliveryHistory } from '../../app/outbox/timeline';
import { deliveryOf, selectDeliveries } from './delivery-rows';
import type { DeliveryRow } from './delivery-rows';
import { filtered } from './selection';
import { createReadHistory } from './timeline';

/** What the user is shown of the outbox. */
export interface OutboxListing {
  /** Newest first. */
  page(filter: OutboxFilter, offset: number, limit: number): OutboxPage;
  status(): Omit<OutboxStatus, 'barredBy'>;
  /** `null` where there is no such delivery. */
  history(deliveryId: string): DeliveryHistory | null;
  /** Deliveries of a document to any of these recipients (E.164 digits) since a moment, delivered or on their way. */
  sentBefore(documentSha256: string, recipients: readonly string[], since: number): Delivery[];
}

export function createOutboxListing(
  database: DatabaseSyncInstance,
  exchange: string,
  pausedAt: () => number | null,
): OutboxListing {
  const counts = database.prepare('SELECT kind, count(*) AS count FROM deliveries WHERE exchange = ? GROUP BY kind');
  const nextDue = database.prepare(
    "SELECT min(not_before) AS at FROM deliveries WHERE exchange = ? AND kind = 'queued'",
  );
  const before = database.prepare(`${selectDeliveries}
    WHERE d.exchange = ? AND f.document_sha256 = ? AND f.created_at >= ?
      AND d.recipient IN (SELECT value FROM json_each(?)) AND d.kind NOT IN ('failed', 'refused', 'cancelled')
    ORDER BY d.number DESC`);
  return {
    page: (filter, offset, limit) => readPage(database, exchange, filter, offset, limit),
    status: () => ({
      pausedAt: pausedAt(),
      counts: {
        ...noneOfAny,
        ...Object.fromEntries((counts.all(exchange) as CountRow[]).map(({ kind, count }) => [kind, count])),
      },
      nextDueAt: (nextDue.get(exchange) as { at: number | null }).at,
    }),
    history: createReadHistory(database, exchange),
    sentBefore: (sha256, recipients, since) =>
      (before.all(exchange, sha256, since, JSON.stringify(recipients)) as DeliveryRow[]).map(deliveryOf),
  };
}

interface CountRow {
  readonly kind: string;
  readonly count: number;
}

const noneOfAny = Object.fromEntries(deliveryKinds.map((kind) => [kind, 0])) as OutboxStatus['counts'];

function readPage(
  database: DatabaseSyncInstance,
  exchange: string,
  filter: OutboxFilter,
  offset: number,
  limit: number,
): OutboxPage {
  const { sql, values } = filtered(exchange, filter);
  const from = `FROM deliveries d ${sql.includes('f.') ? 'JOIN faxes f ON f.id = d.fax_id' : ''} WHERE ${sql}`;
  const { total } = database.prepare(`SELECT count(*) AS total ${from}`).get(...values) as { total: number };
  // Which ones first, and what they are afterwards: what is skipped need not be read.
  const rows = database
    .prepare(
      `${selectDeliveries} WHERE d.number IN (SELECT d.number ${from} ORDER BY d.number DESC LIMIT ? OFFSET ?)
       ORDER BY d.number DESC`,
    )
    .all(...values, limit, offset) as DeliveryRow[];
  return { deliveries: rows.map(deliveryOf), total };
}
