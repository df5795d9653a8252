import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { deliveryStateSchema } from '../../app/outbox/delivery';
import { readingMs, surelySetForwardBy } from '../../app/outbox/own-clock';
import type { Moment } from '../../app/outbox/own-clock';
import type { Spool } from '../../app/outbox/ports';
import { stateToday } from '../../app/outbox/state-today';
import { columnsOf } from './delivery-rows';
import { nextRevision } from './revision';
import { inTransaction } from './transaction';

interface MarkedRow {
  readonly number: number;
  readonly state: string;
  readonly noted_at: number | null;
  readonly booted_at: number | null;
}

/** Tells the times of what is open, and of who sends it, by the clock as it is today. */
export function createFollowClock(database: DatabaseSyncInstance, exchange: string): Spool['followClock'] {
  const marked = database.prepare(`
    SELECT number, state, noted_at, booted_at FROM deliveries
    WHERE exchange = ? AND kind IN ('queued', 'sending', 'accepted', 'unconfirmed') AND (booted_at IS NULL OR abs(booted_at - ?) >= ${readingMs})
    ORDER BY number`);
  const mark = database.prepare('UPDATE deliveries SET noted_at = ?2, booted_at = ?3 WHERE number = ?1');
  const tell = database.prepare(`
    UPDATE deliveries SET state = ?2, not_before = ?3, check_at = ?4, lease_until = lease_until + ?5,
      revision = ${nextRevision}
    WHERE number = ?1`);
  const follow = (
    { number, state, noted_at: at, booted_at: bootedAt }: MarkedRow,
    today: Moment,
    seen: Moment | null,
  ): void => {
    mark.run(number, today.now, today.bootedAt);
    const setMs = at === null ? 0 : surelySetForwardBy({ at, bootedAt }, today, seen);
    if (setMs === 0) return;
    const told = columnsOf(stateToday(deliveryStateSchema.parse(JSON.parse(state)), setMs));
    tell.run(number, told.state, told.notBefore, told.checkAt, setMs);
  };
  return (today, seen) =>
    inTransaction(database, () => {
      for (const row of marked.all(exchange, today.bootedAt) as MarkedRow[]) follow(row, today, seen);
    });
}
