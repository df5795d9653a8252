/** The database file can't be read as one. It is left as it was found. */
export class DatabaseDamagedError extends Error {
  override readonly name = 'DatabaseDamagedError';
  constructor(
    readonly path: string,
    options?: ErrorOptions,
  ) {
    super(`The file ${path} is damaged and was left as it is.`, options);
  }
}

/** Somebody else has the database open, so it can't be repaired now. */
export class DatabaseInUseError extends Error {
  override readonly name = 'DatabaseInUseError';
  constructor(readonly path: string) {
    super(`The file ${path} is damaged and in use by another window or command of the app. Close it and start again.`);
  }
}

/** The file was written by a newer version of the app. It is left untouched (D8). */
export class DatabaseTooNewError extends Error {
  override readonly name = 'DatabaseTooNewError';
  constructor(
    readonly path: string,
    readonly version: number,
  ) {
    super(`The file ${path} belongs to a newer version of the app (${version}). Update the app to open it.`);
  }
}

/** A migration failed. The file is as it was before (D8). */
export class MigrationFailedError extends Error {
  override readonly name = 'MigrationFailedError';
  constructor(
    readonly path: string,
    readonly version: number,
    options: ErrorOptions,
  ) {
    super(`The file ${path} could not be brought to version ${version}. It is as it was before.`, options);
  }
}

const corrupt = 11;
const notADatabase = 26;
/** SQLITE_CONSTRAINT_UNIQUE and SQLITE_CONSTRAINT_PRIMARYKEY; any other constraint is a bug of ours and must be heard. */
const doubled = [2067, 1555];

/** Damage that SQLite tells as a mistake in the statement: an index over JSON meets a damaged row, or the header's format is none. */
const damageInWords = ['malformed JSON', 'unsupported file format'];

export const isDamage = (error: unknown): boolean =>
  [corrupt, notADatabase].includes(resultCode(error) & 0xff) ||
  (error instanceof Error && damageInWords.some((words) => error.message.includes(words)));
/** Two rows would own one order or one record (D5). */
export const isDoubled = (error: unknown): boolean => doubled.includes(resultCode(error));

/** SQLite's extended result code (sqlite.org/rescode.html), 0 where there is none. */
export function resultCode(error: unknown): number {
  if (!(error instanceof Error) || !('errcode' in error)) return 0;
  return typeof error.errcode === 'number' ? error.errcode : 0;
}
