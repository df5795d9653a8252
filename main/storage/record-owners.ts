import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Spooled } from '../../app/outbox/ports';
import { selectDeliveries, spooledOf } from './delivery-rows';
import type { DeliveryRow } from './delivery-rows';

/** Which deliveries of one exchange own records, or may. */
export interface RecordOwners {
  /** The delivery's id by `call_uuid`, also of earlier attempts; of the records nobody owns nothing. */
  ownersOf(callUuids: readonly string[]): Map<string, string>;
  /** Deliveries whose record could not be told from others (D5). */
  ambiguous(): Spooled[];
}

export function createRecordOwners(database: DatabaseSyncInstance, exchange: string): RecordOwners {
  const owners = database.prepare(`
    SELECT call_uuid AS callUuid, id FROM deliveries
    WHERE exchange = ?1 AND call_uuid IN (SELECT value FROM json_each(?2))
    UNION SELECT a.call_uuid, d.id FROM attempts a JOIN deliveries d ON d.number = a.delivery_number
    WHERE a.exchange = ?1 AND a.call_uuid IN (SELECT value FROM json_each(?2))`);
  const ambiguous = database.prepare(`${selectDeliveries}
    WHERE d.exchange = ? AND d.kind = 'needsDecision' AND d.state ->> '$.why' = 'ambiguousRecord' LIMIT 200`);
  return {
    ownersOf: (callUuids) => {
      const rows = owners.all(exchange, JSON.stringify(callUuids)) as { callUuid: string; id: string }[];
      return new Map(rows.map(({ callUuid, id }) => [callUuid, id]));
    },
    ambiguous: () => (ambiguous.all(exchange) as DeliveryRow[]).map(spooledOf),
  };
}
