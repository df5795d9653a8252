import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { migrations } from './migrations/all';
import { openDatabase } from './open-database';
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
