import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { DeliveryState } from '../../../app/outbox/delivery';

/**
 * After a loss, a delivery said to be waiting for its turn may have been sent all the same: the service is asked before
 * it is sent (D3, D4). What is not due yet can't have been.
 */
export function doubtQueued(database: DatabaseSyncInstance, now: number): void {
  const state: DeliveryState = { kind: 'unconfirmed', since: now, nextCheckAt: now, checks: 0 };
  database
    .prepare(
      `UPDATE deliveries SET kind = 'unconfirmed', state = ?, not_before = NULL, check_at = ?, lease_owner = NULL,
         lease_until = NULL, revision = (SELECT coalesce(max(revision), 0) + 1 FROM deliveries)
       WHERE kind = 'sending' OR (kind = 'queued' AND not_before <= ?)`,
    )
    .run(JSON.stringify(state), now, now);
}
