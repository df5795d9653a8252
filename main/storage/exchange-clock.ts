import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Spool } from '../../app/outbox/ports';

/** What was learnt of one exchange's clock. */
export function createExchangeClock(
  database: DatabaseSyncInstance,
  exchange: string,
): Pick<Spool, 'clockOffset' | 'saveClockOffset'> {
  const read = database.prepare('SELECT low_ms, high_ms FROM exchange_clocks WHERE exchange = ?');
  const write = database.prepare(
    `INSERT INTO exchange_clocks (exchange, low_ms, high_ms, learnt_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (exchange) DO UPDATE SET low_ms = excluded.low_ms, high_ms = excluded.high_ms,
       learnt_at = excluded.learnt_at`,
  );
  return {
    clockOffset: () => {
      const row = read.get(exchange) as { low_ms: number; high_ms: number } | undefined;
      return row === undefined ? null : { lowMs: row.low_ms, highMs: row.high_ms };
    },
    saveClockOffset: ({ lowMs, highMs }, at) => void write.run(exchange, lowMs, highMs, at),
  };
}
