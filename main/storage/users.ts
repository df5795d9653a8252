import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';

export interface Use {
  /** Waits a moment for the others to close. */
  readonly isAlone: () => boolean;
  readonly end: () => void;
}

/**
 * Tells all processes that use the database at `path` from none: each holds a shared lock on `<path>.users` while it has
 * it open, which ends with the process, however that ends.
 */
export function beginUse(path: string): Use {
  closeSync(openSync(`${path}.users`, 'a', 0o600));
  const lock = new DatabaseSync(`${path}.users`, { timeout: 1_000 });
  const share = (): void => {
    lock.exec('BEGIN');
    lock.prepare('SELECT count(*) FROM sqlite_schema').get();
  };
  share();
  return {
    isAlone: () => {
      lock.exec('ROLLBACK');
      try {
        lock.exec('BEGIN EXCLUSIVE');
        return true;
      } catch {
        share();
        return false;
      }
    },
    end: () => {
      if (lock.isOpen) lock.close();
    },
  };
}
