import { outboxMigration } from './0001-outbox';
import { attemptsAndTimelineMigration } from './0002-attempts-and-timeline';
import { clockMarksMigration } from './0003-clock-marks';
import { clockMarksOfWaitsMigration } from './0004-clock-marks-of-waits';

/** In order, never changed once released; the file's `user_version` is how many of them it has had. */
export const migrations: readonly string[] = [
  outboxMigration,
  attemptsAndTimelineMigration,
  clockMarksMigration,
  clockMarksOfWaitsMigration,
];
