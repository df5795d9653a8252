/**
 * What a delivery waits for is told by this machine's clock, which may be set: `noted_at` and `booted_at` are the moment
 * its times were written, and when the machine was started, both by the clock as it was then (`app/outbox/state-today.ts`).
 */
export const clockMarksOfWaitsMigration = `
ALTER TABLE deliveries ADD COLUMN noted_at INTEGER;
ALTER TABLE deliveries ADD COLUMN booted_at INTEGER;
`;
