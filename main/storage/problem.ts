import { DatabaseInUseError, DatabaseTooNewError, MigrationFailedError, resultCode } from './sqlite-errors';

/** Why the data folder can't be used. */
export type StorageProblem =
  'full' | 'readOnly' | 'inUse' | 'tooNew' | 'migrationFailed' | 'notFolder' | 'disk' | 'unknown';

const full = 13;
/** SQLITE_IOERR: also where the disk is too full for the shared memory of the log. */
const inputOutput = 10;
const unwritable = [3, 8, 14, 23];
/** SQLite's own words: not every error of it comes with its code. */
const byWords: readonly (readonly [words: string, problem: StorageProblem])[] = [
  ['database or disk is full', 'full'],
  ['disk I/O error', 'disk'],
  ['readonly database', 'readOnly'],
  ['unable to open database file', 'readOnly'],
];
const causes: Readonly<Record<string, StorageProblem>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'readOnly',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
  EEXIST: 'notFolder',
  ENOTDIR: 'notFolder',
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
  if (code === inputOutput) return 'disk';
  if (unwritable.includes(code)) return 'readOnly';
  for (const [words, problem] of byWords) if (error.message.includes(words)) return problem;
  const ofCause = error.cause === undefined ? 'unknown' : storageProblem(error.cause);
  return ofCause === 'unknown' && error instanceof MigrationFailedError ? 'migrationFailed' : ofCause;
}
