import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { DatabaseDamagedError, isDamage } from '../sqlite-errors';

/**
 * The database that `open` opens. A statement that meets damage fails, and what is asked next, its transaction being
 * over, is asked of what `open` then makes of the file, checked whole.
 * @throws DatabaseDamagedError from such a statement
 */
export function reopenedOnDamage(
  path: string,
  open: (checked: 'whole' | 'start') => DatabaseSyncInstance,
): DatabaseSyncInstance {
  let database = open('start');
  let isDamaged = false;
  const mend = (): void => {
    if (!isDamaged || (database.isOpen && database.isTransaction)) return;
    // First, as Windows renames no open file.
    if (database.isOpen) database.close();
    database = open('whole');
    isDamaged = false;
  };
  const watched = <T>(work: () => T): T => {
    mend();
    try {
      return work();
    } catch (error) {
      if (!isDamage(error)) throw error;
      isDamaged = true;
      throw new DatabaseDamagedError(path, { cause: error });
    }
  };
  const prepare = (sql: string): StatementSyncInstance => {
    let of = database;
    let prepared = watched(() => database.prepare(sql));
    const current = (): StatementSyncInstance => {
      if (of !== database) [of, prepared] = [database, database.prepare(sql)];
      return prepared;
    };
    return forwarding(current, watched, {});
  };
  const close = (): void => {
    try {
      mend();
    } finally {
      if (database.isOpen) database.close();
    }
  };
  return forwarding(() => database, watched, { prepare, close });
}

/** What is called on it, but for `own`, is called on what `current` answers then. */
function forwarding<T extends object>(current: () => T, watched: <R>(work: () => R) => R, own: Partial<T>): T {
  return new Proxy(current(), {
    get: (_first, name) => {
      if (name in own) return Reflect.get(own, name) as unknown;
      const value: unknown = watched(() => Reflect.get(current(), name) as unknown);
      if (typeof value !== 'function') return value;
      return (...words: unknown[]): unknown =>
        watched(() => {
          const target = current();
          return Reflect.apply(Reflect.get(target, name) as typeof value, target, words) as unknown;
        });
    },
  });
}
