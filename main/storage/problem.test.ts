import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { storageProblem } from './problem';
import { DatabaseInUseError, DatabaseTooNewError, MigrationFailedError } from './sqlite-errors';

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

/** What SQLite itself throws where no page can be added. */
function errorOfFullDatabase(): unknown {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE notes (text TEXT) STRICT; PRAGMA max_page_count = 3');
  try {
    for (;;) database.prepare('INSERT INTO notes VALUES (?)').run('x'.repeat(3_000));
  } catch (error) {
    return error;
  } finally {
    database.close();
  }
}

describe('storageProblem', () => {
  it('knows a full disk by the system’s word and by SQLite’s', () => {
    expect(storageProblem(systemError('ENOSPC'))).toBe('full');
    expect(storageProblem(errorOfFullDatabase())).toBe('full');
  });

  it('knows a folder that can not be written', () => {
    for (const code of ['EROFS', 'EACCES', 'EPERM']) expect(storageProblem(systemError(code))).toBe('readOnly');
  });

  it('looks into a failed migration for its cause', () => {
    const failed = (cause: unknown) => new MigrationFailedError('outbox.sqlite', 3, { cause });
    expect(storageProblem(failed(systemError('ENOSPC')))).toBe('full');
    expect(storageProblem(failed(new Error('no such table')))).toBe('migrationFailed');
  });

  it('knows a file that is too new or in use, and nothing of other errors', () => {
    expect(storageProblem(new DatabaseTooNewError('outbox.sqlite', 99))).toBe('tooNew');
    expect(storageProblem(new DatabaseInUseError('outbox.sqlite'))).toBe('inUse');
    expect(storageProblem(new Error('a bug'))).toBe('unknown');
  });
});
