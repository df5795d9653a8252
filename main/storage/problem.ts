import { DatabaseTooNewError, MigrationFailedError, resultCode } from './sqlite-errors';
import { DatabaseInUseError } from './users';

/** Why the data folder can't be used. */
export type StorageProblem = 'full' | 'readOnly' | 'inUse' | 'tooNew' | 'migrationFailed' | 'unknown';

const full = 13;
const unwritable = [3, 8, 14, 23];
const causes: Readonly<Record<string, StorageProblem>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'readOnly',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
};

/** What an error of opening or writing the data is to the user, SQLite's and the system's alike. */
export function storageProblem(error: unknown): StorageProblem {
  if (error instanceof DatabaseInUseError) return 'inUse';
  if (error instanceof DatabaseTooNewError) return 'tooNew';
  if (!(error instanceof Error)) return 'unknown';
  const known = 'code' in error ? causes[String(error.code)] : undefined;
  if (known !== undefined) return known;
  const code = resultCode(error) & 0xff;
  if (code === full) return 'full';
  if (unwritable.includes(code)) return 'readOnly';
  const ofCause = error.cause === undefined ? 'unknown' : storageProblem(error.cause);
  return ofCause === 'unknown' && error instanceof MigrationFailedError ? 'migrationFailed' : ofCause;
}
