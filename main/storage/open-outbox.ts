import { existsSync, readFileSync, statSync } from 'node:fs';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { readState } from './delivery-rows';
import { migrations } from './migrations/all';
import { inEmptyDatabase } from './empty-database';
import { openDatabase } from './open-database';
import { readDamagedFile } from './salvage/damaged-file';
import type { DamagedFile } from './salvage/damaged-file';
import { doubtQueued } from './salvage/doubt-queued';
import { salvage } from './salvage/salvage';
import type { Salvaged } from './salvage/salvage';
import { misfit, tablesOf } from './salvage/tables';
import { readWal } from './salvage/wal';
import { setAside } from './set-aside';
import { DatabaseDamagedError, DatabaseInUseError } from './sqlite-errors';
import { beginUse } from './users';

/** What was done about a damaged outbox; the user has to be told. */
export interface Recovery extends Salvaged {
  /** Where the damaged file is kept. */
  readonly damagedFile: string;
}

export interface OpenedOutbox {
  readonly database: DatabaseSyncInstance;
  /** `null` in the usual case. */
  readonly recovery: Recovery | null;
  readonly close: () => void;
}

/**
 * Opens the outbox. A damaged file is renamed, never deleted or written to, and all of it that can be read goes into a
 * new one (D8).
 * @throws DatabaseInUseError, DatabaseTooNewError, MigrationFailedError, and what the disk says
 */
export function openOutbox(path: string, now: number): OpenedOutbox {
  const log = logOf(path);
  const isDamaged = log === 'damaged' || isEmptied(path);
  const { database, recovery, end } = isDamaged ? recover(path, now) : openOrRecover(path, now);
  if (log === 'torn') doubtQueued(database, now);
  return {
    database,
    recovery,
    close: () => {
      database.close();
      end();
    },
  };
}

interface Opened {
  readonly database: DatabaseSyncInstance;
  readonly recovery: Recovery | null;
  readonly end: () => void;
}

function openOrRecover(path: string, now: number): Opened {
  try {
    const database = openDatabase(path);
    try {
      checkContent(database, path);
      return { database, recovery: null, end: beginUse(path).end };
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    if (!(error instanceof DatabaseDamagedError)) throw error;
    return recover(path, now);
  }
}

/** Looked at twice, since another process may be writing to it. */
function logOf(path: string): ReturnType<typeof readWal>['state'] {
  const look = () => (existsSync(`${path}-wal`) ? readWal(readFileSync(`${path}-wal`)).state : 'whole');
  const first = look();
  return first === 'whole' ? first : look();
}

/** SQLite takes a file of no bytes for a new one, and deletes the log beside it, which still holds what was committed last. */
function isEmptied(path: string): boolean {
  const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return sizeOf(`${path}-wal`) > 0 && sizeOf(path) === 0;
}

/** SQLite checks the pages; what is written in them it takes as it comes. */
function checkContent(database: DatabaseSyncInstance, path: string): void {
  const rows = database
    .prepare(
      `SELECT d.kind, d.state, f.exchange IS d.exchange AS isOfOne
       FROM deliveries d LEFT JOIN faxes f ON f.id = d.fax_id`,
    )
    .iterate() as Iterable<ContentRow>;
  for (const { kind, state, isOfOne } of rows) {
    if (isOfOne === 1 && readState(state)?.kind === kind) continue;
    throw new DatabaseDamagedError(path, { cause: new Error('A delivery can not be read.') });
  }
}

interface ContentRow {
  readonly kind: string;
  readonly state: string;
  /** Whether the delivery and its fax are for one exchange. */
  readonly isOfOne: number;
}

function recover(path: string, now: number): Opened {
  const use = beginUse(path);
  try {
    if (!use.isAlone()) throw new DatabaseInUseError(path);
    const damagedFile = setAside(path, now);
    const { database, salvaged } = rebuild(damagedFile, path, now);
    use.end();
    return { database, recovery: { damagedFile, ...salvaged }, end: beginUse(path).end };
  } catch (error) {
    use.end();
    throw error;
  }
}

/** The new file begins at the old one's version, so that what is found in it is migrated as it would have been. */
function rebuild(
  damagedFile: string,
  path: string,
  now: number,
): { database: DatabaseSyncInstance; salvaged: Salvaged } {
  const damaged = readDamagedFile(damagedFile);
  const atItsVersion = openDatabase(path, migrations.slice(0, likeliestVersion(damaged)));
  const salvaged = closing(atItsVersion, () => salvage(damaged, atItsVersion, path, now));
  const database = openDatabase(path);
  doubtQueued(database, now);
  return { database, salvaged };
}

/** Its number may be damaged as well: the version of whose tables its rows look most like; of several its number, else the newest. */
function likeliestVersion(file: DamagedFile): number {
  const rated = migrations.map((_sql, index) => {
    const version = index + 1;
    return {
      version,
      wrong: inEmptyDatabase(migrations.slice(0, version), (database) => misfit(file, tablesOf(database))),
    };
  });
  const least = Math.min(...rated.map(({ wrong }) => wrong));
  const likely = rated.filter(({ wrong }) => wrong === least).map(({ version }) => version);
  return likely.includes(file.version) ? file.version : Math.max(...likely);
}

function closing<T>(database: DatabaseSyncInstance, work: () => T): T {
  try {
    return work();
  } finally {
    database.close();
  }
}
