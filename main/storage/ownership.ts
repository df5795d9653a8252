import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { PostEnd, Taken } from '../../app/outbox/ports';

/** Which of the orders and records deliveries own already (D5), also those of earlier attempts. */
export function takenIn(
  database: DatabaseSyncInstance,
  exchange: string,
  orderIds: readonly string[],
  callUuids: readonly string[],
): Taken {
  const orders = database
    .prepare(
      `SELECT order_id AS id FROM deliveries WHERE exchange = ?1 AND order_id IN (SELECT value FROM json_each(?2))
       UNION SELECT a.order_id FROM attempts a JOIN deliveries d ON d.number = a.delivery_number
       WHERE d.exchange = ?1 AND a.order_id IN (SELECT value FROM json_each(?2))`,
    )
    .all(exchange, JSON.stringify(orderIds)) as { id: string }[];
  const records = database
    .prepare(
      `SELECT call_uuid AS id FROM deliveries WHERE exchange = ?1 AND call_uuid IN (SELECT value FROM json_each(?2))
       UNION SELECT call_uuid FROM attempts WHERE exchange = ?1 AND call_uuid IN (SELECT value FROM json_each(?2))`,
    )
    .all(exchange, JSON.stringify(callUuids)) as { id: string }[];
  return { orders: new Set(orders.map(({ id }) => id)), records: new Set(records.map(({ id }) => id)) };
}

/**
 * What to put into the unique order column. An order that was found belongs to its first owner; one the service itself
 * answered with is this delivery's, whatever a service that counts its orders anew said before: a finished owner gives
 * it up, and beside an open one the column stays empty.
 */
export function orderColumn(
  database: DatabaseSyncInstance,
  exchange: string,
  deliveryId: string,
  orderId: string | null,
  end: PostEnd | undefined,
): { readonly isTaken: boolean; readonly column: string | null } {
  if (orderId === null) return { isTaken: false, column: null };
  if (end?.outcome === 'accepted') releaseFinished(database, exchange, deliveryId, orderId);
  if (!isOwnedByAnother(database, exchange, deliveryId, orderId)) return { isTaken: false, column: orderId };
  return { isTaken: end?.outcome === 'found', column: null };
}

function releaseFinished(database: DatabaseSyncInstance, exchange: string, deliveryId: string, orderId: string): void {
  database
    .prepare(
      `UPDATE deliveries SET order_id = NULL
       WHERE exchange = ? AND order_id = ? AND id <> ? AND kind IN ('delivered', 'failed', 'refused', 'cancelled')`,
    )
    .run(exchange, orderId, deliveryId);
}

function isOwnedByAnother(
  database: DatabaseSyncInstance,
  exchange: string,
  deliveryId: string,
  orderId: string,
): boolean {
  const owner = database
    .prepare('SELECT 1 FROM deliveries WHERE exchange = ? AND order_id = ? AND id <> ?')
    .get(exchange, orderId, deliveryId) as object | undefined;
  return owner !== undefined;
}
