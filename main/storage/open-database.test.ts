import { chmodSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { migrations } from './migrations/all';
import { openDatabase } from './open-database';
import { openOrSetAside } from './set-aside';
import { DatabaseDamagedError, DatabaseTooNewError, MigrationFailedError } from './sqlite-errors';
import { scratchFolder } from './scratch-folder';

const newPath = (): string => join(scratchFolder(), 'home', 'outbox.sqlite');
const rightsOf = (path: string): number => statSync(path).mode & 0o777;

const first = 'CREATE TABLE notes (text TEXT NOT NULL) STRICT;';
const second = 'ALTER TABLE notes ADD COLUMN mood TEXT;';
const failing = 'ALTER TABLE notes ADD COLUMN mood TEXT; INSERT INTO nowhere VALUES (1);';

function withNote(): string {
  const path = newPath();
  const database = openDatabase(path, [first]);
  database.exec("INSERT INTO notes VALUES ('kept')");
  database.close();
  return path;
}

function notesIn(path: string): unknown[] {
  const database = new DatabaseSync(path, { readOnly: true });
  const notes = database.prepare('SELECT text FROM notes').all();
  database.close();
  return notes.map((note) => ({ ...(note as object) }));
}

describe('openDatabase', () => {
  it('makes a file that outlives power cuts and that only the user can read', () => {
    const path = newPath();
    const database = openDatabase(path, [first]);
    expect(database.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
    expect(database.prepare('PRAGMA synchronous').get()).toMatchObject({ synchronous: 2 });
    expect(database.prepare('PRAGMA foreign_keys').get()).toMatchObject({ foreign_keys: 1 });
    for (const suffix of ['', '-wal', '-shm']) expect(rightsOf(path + suffix)).toBe(0o600);
    expect(rightsOf(join(path, '..'))).toBe(0o700);
    database.close();
  });

  it('keeps a copy of the file as it was before a migration (D8)', () => {
    const path = withNote();
    openDatabase(path, [first, second]).close();
    expect(notesIn(`${path}.v1.backup`)).toEqual([{ text: 'kept' }]);
    expect(rightsOf(`${path}.v1.backup`)).toBe(0o600);
    expect(notesIn(path)).toEqual([{ text: 'kept' }]);
  });

  it('leaves the file as it was where a migration fails (D8)', () => {
    const path = withNote();
    expect(() => openDatabase(path, [first, failing])).toThrow(MigrationFailedError);
    const again = openDatabase(path, [first]);
    expect(again.prepare('SELECT * FROM notes').all()).toHaveLength(1);
    expect(again.prepare('PRAGMA table_info(notes)').all()).toHaveLength(1);
    again.close();
  });

  it('refuses a file of a newer version', () => {
    const path = withNote();
    openDatabase(path, [first, second]).close();
    expect(() => openDatabase(path, [first])).toThrow(DatabaseTooNewError);
  });

  it('refuses a damaged file and does not write to it', () => {
    const path = withNote();
    const text = Buffer.from('not a database '.repeat(400));
    writeFileSync(path, text);
    expect(() => openDatabase(path)).toThrow(DatabaseDamagedError);
    expect(readFileSync(path)).toEqual(text);
  });

  it('notices damage inside the file', () => {
    const path = withNote();
    const bytes = readFileSync(path);
    bytes.fill(0xff, 4096, 6000);
    writeFileSync(path, bytes);
    expect(() => openDatabase(path, [first])).toThrow(DatabaseDamagedError);
  });

  it('opens beside another process', () => {
    const path = newPath();
    const one = openDatabase(path);
    const two = openDatabase(path);
    expect(two.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: migrations.length });
    one.close();
    two.close();
  });
});

describe('openOrSetAside', () => {
  it('keeps a damaged file under another name and begins a new one', () => {
    const path = withNote();
    writeFileSync(path, 'damaged'.repeat(900));
    const { database, damagedFile } = openOrSetAside(path, Date.UTC(2026, 10, 23));
    expect(damagedFile).toBe(`${path}.damaged-2026-11-23T00-00-00-000Z`);
    expect(readFileSync(damagedFile ?? '', 'utf8')).toBe('damaged'.repeat(900));
    expect(database.prepare('SELECT count(*) AS faxes FROM faxes').get()).toMatchObject({ faxes: 0 });
    database.close();
  });

  it('sets nothing aside that is whole', () => {
    const path = newPath();
    openOrSetAside(path, 0).database.close();
    const { database, damagedFile } = openOrSetAside(path, 0);
    expect(damagedFile).toBeNull();
    database.close();
    expect(readdirSync(join(path, '..')).filter((name) => name.includes('damaged'))).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)('does not take a folder it may not write for damage', () => {
    const folder = scratchFolder();
    chmodSync(folder, 0o500);
    const path = join(folder, 'outbox.sqlite');
    expect(() => openOrSetAside(path, 0)).toThrow(/EACCES/);
    expect(existsSync(path)).toBe(false);
  });
});
