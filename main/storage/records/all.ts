import { recordsMigration } from './0001-records';

/** The migrations of `records.sqlite`, as those of the outbox in `../migrations/all.ts`. */
export const recordsMigrations: readonly string[] = [recordsMigration];
