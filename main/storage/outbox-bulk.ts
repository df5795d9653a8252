import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { WaitingFor } from '../../app/outbox/delivery';
import type { Selection } from '../../app/outbox/listing';
import type { Spool } from '../../app/outbox/ports';
import { momentOf } from '../../app/outbox/own-clock';
import type { TellsTime } from '../../app/outbox/own-clock';
import type { TimelineEvent } from '../../app/outbox/timeline';
import { nextRevision } from './revision';
import { every, selected } from './selection';
import type { Condition } from './selection';
import { addForAll } from './timeline';
import { inTransaction } from './transaction';

/** Changes to many deliveries in one statement each; only what is queued can be meant. */
export interface OutboxBulk extends Pick<Spool, 'holdForOffice'> {
  /** Answers how many were cancelled. */
  cancelWaiting(selection: Selection, at: number): number;
  /** `sendAt` `null`: as soon as it may; what the service asked to wait stays. Answers how many that were. */
  reschedule(selection: Selection, sendAt: number | null, at: number): number;
  pause(at: number | null): void;
}

interface BulkParts {
  readonly database: DatabaseSyncInstance;
  readonly exchange: string;
  readonly clock: TellsTime;
}

const queued: Condition = { sql: "d.kind = 'queued'", values: [] };
const notHeldBack: Condition = { sql: "d.state ->> '$.waitingFor' <> 'rateLimit'", values: [] };

export function createOutboxBulk(parts: BulkParts): OutboxBulk {
  const { database, exchange } = parts;
  const pause = database.prepare(
    'INSERT INTO queues (exchange, paused_at) VALUES (?, ?) ON CONFLICT DO UPDATE SET paused_at = excluded.paused_at',
  );
  return {
    cancelWaiting: (selection, at) =>
      changeAll(parts, every([queued, selected(exchange, selection)]), at, { kind: 'cancelled' }, [
        "kind = 'cancelled', state = ?, not_before = NULL",
        JSON.stringify({ kind: 'cancelled', at }),
      ]),
    reschedule: (selection, sendAt, at) => {
      const which = [queued, selected(exchange, selection), ...(sendAt === null ? [notHeldBack] : [])];
      return putOff(parts, every(which), at, sendAt ?? at, sendAt === null ? 'turn' : 'time', sendAt);
    },
    holdForOffice: (at, until) => {
      const isForOffice: Condition = {
        sql: `d.exchange = ? AND d.not_before <= ?
          AND (SELECT office_hours_only FROM faxes WHERE id = d.fax_id) = 1`,
        values: [exchange, at],
      };
      putOff(parts, every([queued, isForOffice]), at, until, 'officeHours');
    },
    pause: (at) => void pause.run(exchange, at),
  };
}

function putOff(
  parts: BulkParts,
  which: Condition,
  at: number,
  notBefore: number,
  waitingFor: WaitingFor,
  sendAt?: number | null,
): number {
  return changeAll(parts, which, at, { kind: 'rescheduled', notBefore, waitingFor }, [
    `not_before = ?, state = json_set(state, '$.notBefore', ?, '$.waitingFor', ?)
     ${sendAt === undefined ? '' : ', send_at = ?'}`,
    ...[notBefore, notBefore, waitingFor],
    ...(sendAt === undefined ? [] : [sendAt]),
  ]);
}

function changeAll(
  { database, clock }: BulkParts,
  { sql, values }: Condition,
  at: number,
  event: TimelineEvent,
  [assignments, ...assigned]: readonly [string, ...(string | number | null)[]],
): number {
  const { now, bootedAt } = momentOf(clock);
  return inTransaction(database, () => {
    database.prepare(addForAll(joined(sql))).run(at, JSON.stringify(event), ...values);
    const { changes } = database
      .prepare(
        `UPDATE deliveries SET ${assignments}, noted_at = ?, booted_at = ?, revision = ${nextRevision}
         WHERE number IN (SELECT d.number FROM deliveries d JOIN faxes f ON f.id = d.fax_id WHERE ${sql})`,
      )
      .run(...assigned, now, bootedAt, ...values);
    return changes;
  });
}

const joined = (sql: string): string =>
  `d.number IN (SELECT d.number FROM deliveries d JOIN faxes f ON f.id = d.fax_id WHERE ${sql})`;
