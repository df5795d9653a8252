import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Spool } from '../../app/outbox/ports';

interface ClockRow {
  readonly low_ms: number;
  readonly high_ms: number;
  readonly learnt_at: number;
  readonly booted_at: number | null;
}

/** What was learnt of one exchange's clock. */
export function createExchangeClock(
  database: DatabaseSyncInstance,
  exchange: string,
): Pick<Spool, 'clockOffset' | 'saveClockOffset'> {
  const read = database.prepare('SELECT low_ms, high_ms, learnt_at, booted_at FROM exchange_clocks WHERE exchange = ?');
  const write = database.prepare(
    `INSERT INTO exchange_clocks (exchange, low_ms, high_ms, learnt_at, booted_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (exchange) DO UPDATE SET low_ms = excluded.low_ms, high_ms = excluded.high_ms,
       learnt_at = excluded.learnt_at, booted_at = excluded.booted_at`,
  );
  return {
    clockOffset: () => {
      const row = read.get(exchange) as ClockRow | undefined;
      if (row === undefined) return null;
      return {
        offset: { lowMs: row.low_ms, highMs: row.high_ms },
        learnt: { at: row.learnt_at, bootedAt: row.booted_at },
      };
    },
    saveClockOffset: ({ lowMs, highMs }, { now, bootedAt }) => void write.run(exchange, lowMs, highMs, now, bootedAt),
  };
}
