import { deliveryStateSchema } from '../../app/outbox/delivery';
import type { Delivery, DeliveryState } from '../../app/outbox/delivery';
import type { Spooled } from '../../app/outbox/ports';
import { readJson } from './read-json';

/** A delivery with its fax and its last attempt, as `selectDeliveries` reads it. */
export interface DeliveryRow {
  readonly id: string;
  readonly fax_id: string;
  readonly recipient: string;
  readonly sender: string | null;
  readonly header: string;
  readonly document_sha256: string;
  readonly page_count: number;
  readonly created_at: number;
  readonly send_at: number | null;
  readonly office_hours_only: number;
  readonly retries: number;
  readonly retry: number;
  readonly state: string;
  readonly revision: number;
  readonly lease_owner: string | null;
  readonly lease_until: number | null;
  readonly started_at: number | null;
  readonly booted_at: number | null;
  readonly ended_at: number | null;
  readonly outcome: string | null;
}

export const selectDeliveries = `
SELECT d.id, d.fax_id, d.recipient, f.sender, f.header, f.document_sha256, f.page_count, d.created_at, d.send_at,
       f.office_hours_only, d.retries, f.retry, d.state, d.revision, d.lease_owner, d.lease_until,
       a.started_at, a.booted_at, a.ended_at, a.outcome
FROM deliveries d
JOIN faxes f ON f.id = d.fax_id
LEFT JOIN attempts a ON a.number = (SELECT max(number) FROM attempts WHERE delivery_number = d.number)`;

export const deliveryOf = (row: DeliveryRow): Delivery => ({
  id: row.id,
  faxId: row.fax_id,
  recipient: row.recipient,
  sender: row.sender,
  header: row.header,
  documentSha256: row.document_sha256,
  pageCount: row.page_count,
  createdAt: row.created_at,
  sendAt: row.send_at,
  officeHoursOnly: row.office_hours_only === 1,
  retries: row.retries,
  state: deliveryStateSchema.parse(JSON.parse(row.state)),
});

export const spooledOf = (row: DeliveryRow): Spooled => ({
  delivery: deliveryOf(row),
  revision: row.revision,
  retry: row.retry === 1,
  post:
    row.started_at === null
      ? null
      : {
          startedAt: row.started_at,
          bootedAt: row.booted_at,
          endedAt: row.ended_at,
          answered: row.outcome === 'accepted',
        },
  lease:
    row.lease_owner === null || row.lease_until === null ? null : { owner: row.lease_owner, until: row.lease_until },
});

/** A state as it is written in its row; `null` for what is none. */
export const readState = (json: string): DeliveryState | null => readJson(deliveryStateSchema, json);

/** The columns that repeat parts of a state for SQL. */
export const columnsOf = (state: DeliveryState) => ({
  kind: state.kind,
  state: JSON.stringify(state),
  notBefore: state.kind === 'queued' ? state.notBefore : null,
  checkAt: state.kind === 'unconfirmed' ? state.nextCheckAt : null,
  orderId: 'orderId' in state ? (state.orderId ?? null) : null,
  callUuid: 'callUuid' in state ? state.callUuid : null,
});
