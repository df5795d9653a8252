/**
 * Times are told by this machine's clock, which may be set: `booted_at` is when the machine was started, by the clock as
 * it was when they were written (`app/outbox/own-clock.ts`).
 */
export const clockMarksMigration = `
ALTER TABLE attempts ADD COLUMN booted_at INTEGER;
ALTER TABLE exchange_clocks ADD COLUMN booted_at INTEGER;
`;
