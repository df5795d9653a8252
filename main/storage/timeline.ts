import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { attemptSchema, timelineEventSchema } from '../../app/outbox/timeline';
import type { Attempt, DeliveryHistory, TimelineEntry, TimelineEvent } from '../../app/outbox/timeline';
import { readJson } from './read-json';

/** Adds to the timelines of deliveries. To be called in the transaction that changes their states. */
export type AddToTimeline = (deliveryNumber: number, at: number, event: TimelineEvent) => void;

const lastAttempt = '(SELECT max(number) FROM attempts WHERE delivery_number = d.number)';

/** SQL: adds one event, JSON, at a moment, to each delivery `d` that `where` lets through. */
export const addForAll = (where: string): string => `
INSERT INTO timeline (delivery_number, attempt_number, at, event)
SELECT d.number, ${lastAttempt}, ?, ? FROM deliveries d WHERE ${where}`;

export function createAddToTimeline(database: DatabaseSyncInstance): AddToTimeline {
  const add = database.prepare(addForAll('d.number = ?'));
  return (deliveryNumber, at, event) => void add.run(at, JSON.stringify(event), deliveryNumber);
}

interface AttemptRow {
  readonly number: number;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly outcome: string | null;
  readonly orderId: string | null;
  readonly callUuid: string | null;
  readonly callAt: number | null;
  readonly success: number | null;
  readonly reason: string | null;
  readonly pagesSent: number | null;
  readonly pagesTotal: number | null;
}

interface EntryRow {
  readonly at: number;
  readonly attemptNumber: number | null;
  readonly event: string;
}

/** Reads the history of a delivery of one exchange; `null` where there is no such delivery. */
export function createReadHistory(database: DatabaseSyncInstance, exchange: string) {
  const number = database.prepare('SELECT number FROM deliveries WHERE exchange = ? AND id = ?');
  const entries = database.prepare(
    'SELECT at, attempt_number AS attemptNumber, event FROM timeline WHERE delivery_number = ? ORDER BY number',
  );
  const attempts = database.prepare(`
    SELECT number, started_at AS startedAt, ended_at AS endedAt, outcome, order_id AS orderId, call_uuid AS callUuid,
      call_at AS callAt, success, reason, pages_sent AS pagesSent, pages_total AS pagesTotal
    FROM attempts WHERE delivery_number = ? ORDER BY number`);
  return (deliveryId: string): DeliveryHistory | null => {
    const found = number.get(exchange, deliveryId) as { number: number } | undefined;
    if (found === undefined) return null;
    const made = attempts.all(found.number) as AttemptRow[];
    const ordinals = new Map(made.map((row, index) => [row.number, index + 1]));
    return {
      attempts: made.map((row, index) => attemptOf(row, index + 1)),
      entries: (entries.all(found.number) as EntryRow[]).flatMap((row) => entryOf(row, ordinals)),
    };
  };
}

/** A damaged one is left out, and the others are told. */
function entryOf({ at, attemptNumber, event }: EntryRow, ordinals: ReadonlyMap<number, number>): TimelineEntry[] {
  const read = readJson(timelineEventSchema, event);
  const attempt = attemptNumber === null ? null : (ordinals.get(attemptNumber) ?? null);
  return read === null ? [] : [{ at, attempt, event: read }];
}

function outcomeOf(outcome: string | null): Attempt['outcome'] {
  const read = attemptSchema.shape.outcome.safeParse(outcome);
  return read.success ? read.data : 'unknown';
}

function attemptOf(row: AttemptRow, number: number): Attempt {
  const { startedAt, endedAt, orderId, callUuid, callAt, pagesSent, pagesTotal } = row;
  const success = row.success === 1;
  const call = callAt === null ? null : { at: callAt, success, reason: row.reason ?? '', pagesSent, pagesTotal };
  return { number, startedAt, endedAt, outcome: outcomeOf(row.outcome), orderId, callUuid, call };
}
