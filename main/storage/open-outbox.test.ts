import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../app/outbox/delivery';
import { outboxPageSchema } from '../../app/outbox/listing';
import { deliveryHistorySchema } from '../../app/outbox/timeline';
import { nextState } from '../../app/outbox/transition';
import { openDatabase } from './open-database';
import { openOutbox } from './open-outbox';
import type { OpenedOutbox } from './open-outbox';
import { createOutboxStore } from './outbox-store';
import type { SpoolStore } from './outbox-store';
import { scratchFolder } from './scratch-folder';
import { DatabaseInUseError, DatabaseTooNewError } from './sqlite-errors';
import { beginUse } from './users';

const now = Date.UTC(2026, 10, 23, 9);
const documents = {
  save: (pdf: Uint8Array) => Promise.resolve(`document ${pdf[0]}`),
  keep: () => Promise.resolve(),
  has: () => true,
  read: () => Promise.reject(new Error('not asked for')),
};
const storeOf = (database: DatabaseSyncInstance): SpoolStore => {
  let named = 0;
  const newId = (): string => `${(named += 1)}-4a91-93a0-66eb4caa85b4`.padStart(36, '0');
  return createOutboxStore({
    database,
    documents,
    exchange: 'api.example',
    newId,
    clock: { now: () => now, bootedAt: () => 0 },
  });
};

/** Thirty faxes to three each, a third of them accepted: enough pages for damage to hit something else. */
async function fill(store: SpoolStore): Promise<Delivery[]> {
  const all: Delivery[] = [];
  for (let fax = 0; fax < 30; fax++) {
    const recipients = [1, 2, 3].map((each) => `+90212${String(1_000_000 + fax * 10 + each)}`);
    const header = `ACME ${'x'.repeat(fax * 20)}`;
    const request = { recipients, sender: '908501234567', header, resolution: 'fine', pageCount: 2 } as const;
    const queued = await store.queue(request, new Uint8Array([fax]), now);
    all.push(...queued);
    const claimed = store.claim(
      queued[0]?.id ?? '',
      { owner: 'desk 1 x', until: now + 30_000 },
      { now: now + 1, bootedAt: 0 },
    );
    if (claimed === null) continue;
    const orderId = String(20212 + fax);
    const accepted = nextState(claimed.delivery.state, { kind: 'accepted', at: now + 2, orderId });
    store.change(claimed, accepted, { at: now + 2, outcome: 'accepted', orderId });
  }
  return all;
}

interface Made {
  readonly path: string;
  readonly deliveries: readonly Delivery[];
}

/** A file as a killed process leaves it: what came after the last checkpoint, after so many pages each, in the log; 0 for all of it. */
async function makeOutbox(checkpointPages = 40): Promise<Made> {
  const folder = scratchFolder();
  const before = join(folder, 'before.sqlite');
  const database = openDatabase(before);
  database.exec(`PRAGMA wal_autocheckpoint = ${checkpointPages}`);
  const deliveries = await fill(storeOf(database));
  const path = join(folder, 'outbox.sqlite');
  for (const suffix of ['', '-wal']) copyFileSync(before + suffix, path + suffix);
  database.close();
  return { path, deliveries };
}

/** The bytes of the file with all of its log in it. */
function wholeFile(path: string): Buffer {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  return readFileSync(path);
}

function sayVersion(path: string, version: number, change = ''): void {
  const database = new DatabaseSync(path);
  database.exec(change);
  database.exec(`PRAGMA user_version = ${version}`);
  database.close();
}

/** xorshift, so that a failing case can be had again. */
function randomsFrom(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Random bytes at random places: a few, a stretch, or a whole sector. */
function damage(bytes: Buffer, random: () => number): void {
  const spots = 1 + Math.floor(random() * 4);
  for (let spot = 0; spot < spots; spot++) {
    const length = [1, 8, 100, 512, 4096][Math.floor(random() * 5)] ?? 1;
    const from = Math.floor(random() * bytes.length);
    for (let at = from; at < Math.min(bytes.length, from + length); at++) bytes[at] = Math.floor(random() * 256);
  }
}

/** What SQLite itself can still read of the file, row by row, whatever else is wrong with it. */
function readableIds(path: string, count: number): Set<string> {
  const ids = new Set<string>();
  let database: DatabaseSyncInstance | null = null;
  try {
    database = new DatabaseSync(path);
    for (let number = 1; number <= count; number++) {
      try {
        const row = database.prepare('SELECT id, state FROM deliveries WHERE number = ?').get(number) as
          { id: string; state: string } | undefined;
        if (row !== undefined) ids.add(row.id);
      } catch {
        // This one is not readable.
      }
    }
  } catch {
    // Nothing is.
  } finally {
    database?.close();
  }
  return ids;
}

/** The same damage for us and, since SQLite changes what it opens, for what it can read of it. */
function makeCopies(folder: string, whole: { file: Buffer; log: Buffer }, random: () => number) {
  mkdirSync(folder);
  const file = Buffer.from(whole.file);
  const log = Buffer.from(whole.log);
  damage(random() < 0.75 ? file : log, random);
  const path = join(folder, 'outbox.sqlite');
  const forSqlite = join(folder, 'read.sqlite');
  for (const each of [path, forSqlite]) {
    writeFileSync(each, file);
    writeFileSync(`${each}-wal`, log);
  }
  return { path, forSqlite };
}

function inOutbox<T>(path: string, look: (opened: OpenedOutbox, store: SpoolStore) => T): T {
  const opened = openOutbox(path, now + 60_000);
  try {
    return look(opened, storeOf(opened.database));
  } finally {
    opened.close();
  }
}

function expectAllRecovered(path: string, deliveries: readonly Delivery[], id: string): void {
  inOutbox(path, ({ recovery }, store) => {
    expect(recovery).toMatchObject({ deliveries: deliveries.length, lost: 0 });
    expect(store.list().map((delivery) => delivery.id)).toContain(id);
  });
}

describe('a damaged outbox', () => {
  it('loses no delivery that can be read, wherever it is damaged, and is never opened damaged (D8)', async () => {
    const { path, deliveries } = await makeOutbox();
    const whole = { file: readFileSync(path), log: readFileSync(`${path}-wal`) };
    const ids = new Set(deliveries.map(({ id }) => id));
    const lost: object[] = [];
    const told = { damages: 0, noticed: 0, readable: 0, kept: 0 };
    for (let seed = 1; seed <= 200; seed++) {
      const random = randomsFrom(seed);
      const folder = join(path, `../${seed}`);
      const here = makeCopies(folder, whole, random);
      const readable = [...readableIds(here.forSqlite, deliveries.length)].filter((id) => ids.has(id));
      let listed: readonly string[] = [];
      inOutbox(here.path, ({ database, recovery }, store) => {
        listed = store.list().map(({ id }) => id);
        const kept = new Set(listed);
        for (const id of kept) expect(deliveryHistorySchema.safeParse(store.history(id)).success, `${seed}`).toBe(true);
        expect(outboxPageSchema.safeParse(store.page({}, 0, 1000)).success, `seed ${seed}`).toBe(true);
        lost.push(...readable.filter((id) => !kept.has(id)).map((id) => ({ seed, id, wasNoticed: recovery !== null })));
        expect(database.prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' });
        expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
        told.damages += 1;
        told.noticed += recovery === null ? 0 : 1;
        told.readable += readable.length;
        told.kept += [...kept].filter((id) => ids.has(id)).length;
        if (recovery !== null) expect(existsSync(recovery.damagedFile), `seed ${seed}`).toBe(true);
      });
      inOutbox(here.path, ({ recovery }, store) => {
        expect({ seed, recovery, ids: store.list().map(({ id }) => id) }).toEqual({
          seed,
          recovery: null,
          ids: listed,
        });
      });
    }
    expect(lost).toEqual([]);
    process.stdout.write(
      `${told.damages} damages, ${told.noticed} noticed; deliveries SQLite can still read: ${told.readable}, kept: ${told.kept}\n`,
    );
  }, 120_000);

  it('asks the service before it sends what was waiting, since that may have been sent', async () => {
    const { path } = await makeOutbox();
    const bytes = readFileSync(path);
    bytes.fill(0xff, 8192, 8200);
    writeFileSync(path, bytes);
    inOutbox(path, ({ recovery }, store) => {
      expect(recovery?.deliveries).toBe(90);
      const kinds = new Set(store.list().map(({ state }) => state.kind));
      expect(kinds).toEqual(new Set(['unconfirmed', 'accepted']));
    });
  });

  it('notices a log of which the middle is gone, which SQLite takes for its end', async () => {
    const { path, deliveries } = await makeOutbox();
    const log = readFileSync(`${path}-wal`);
    log.fill(0xff, 32 + 4120 * 3 + 100, 32 + 4120 * 3 + 110);
    writeFileSync(`${path}-wal`, log);
    inOutbox(path, ({ recovery }, store) => {
      expect(recovery).not.toBeNull();
      expect(store.list().length).toBeGreaterThan(deliveries.length - 10);
    });
  });

  it('is content with a log whose last frame was never finished', async () => {
    const { path } = await makeOutbox();
    truncateSync(`${path}-wal`, statSync(`${path}-wal`).size - 1000);
    inOutbox(path, ({ recovery }) => expect(recovery).toBeNull());
  });

  it.each(['empty', 'gone'])('takes from the log what it still holds when the file beside it is %s', async (how) => {
    const { path, deliveries } = await makeOutbox(0);
    if (how === 'gone') rmSync(path);
    else writeFileSync(path, '');
    inOutbox(path, ({ recovery }, store) => {
      expect(recovery).not.toBeNull();
      expect(store.list()).toHaveLength(deliveries.length);
    });
  });

  it.each([0, 1, 3, 5, 0x04_00_00_04])('opens with every delivery where it says its version is %i', async (version) => {
    const { path, deliveries } = await makeOutbox();
    sayVersion(path, version);
    inOutbox(path, ({ recovery }, store) => {
      expect(recovery).not.toBeNull();
      expect(store.list()).toHaveLength(deliveries.length);
    });
  });

  it('is taken for a newer one where it says so and holds more', async () => {
    const { path } = await makeOutbox();
    sayVersion(path, 5, 'ALTER TABLE faxes ADD COLUMN cover TEXT');
    expect(() => openOutbox(path, now)).toThrow(DatabaseTooNewError);
  });

  it('opens with every delivery whatever a byte of its header says', async () => {
    const { path, deliveries } = await makeOutbox();
    const whole = wholeFile(path);
    for (let at = 0; at < 100; at++) {
      const folder = join(path, `../header ${at}`);
      mkdirSync(folder);
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0xa5;
      writeFileSync(join(folder, 'outbox.sqlite'), bytes);
      inOutbox(join(folder, 'outbox.sqlite'), (_opened, store) => {
        expect({ at, count: store.list().length }).toEqual({ at, count: deliveries.length });
      });
    }
  }, 60_000);

  it('keeps a delivery whose row claims to be longer than it is', async () => {
    const { path, deliveries } = await makeOutbox();
    const bytes = wholeFile(path);
    const number = 41;
    const { id = '' } = deliveries[number - 1] ?? {};
    const start = bytes.lastIndexOf(id) - 21; // the record's own header, which the number, as the rowid, follows nowhere
    expect(bytes[start - 1]).toBe(number);
    bytes[start - 3] = 0x9f; // 4,000 bytes more
    writeFileSync(path, bytes);
    expectAllRecovered(path, deliveries, id);
  });

  it('keeps a delivery that is said to lie beyond its page', async () => {
    const { path, deliveries } = await makeOutbox();
    const bytes = wholeFile(path);
    const { id = '' } = deliveries[40] ?? {};
    const cell = bytes.lastIndexOf(id) - 24;
    const page = Math.floor(cell / 4096) * 4096;
    const pointer = bytes.indexOf(Buffer.from([(cell - page) >> 8, (cell - page) & 0xff]), page + 8);
    expect(pointer).toBeLessThan(page + 300);
    bytes[pointer] = (bytes[pointer] ?? 0) | 0x70;
    writeFileSync(path, bytes);
    expectAllRecovered(path, deliveries, id);
  });

  it('keeps once a delivery of which another copy has its id damaged', async () => {
    const { path, deliveries } = await makeOutbox();
    inOutbox(path, ({ database }) => database.exec(`VACUUM INTO '${path}.v1.backup'`));
    const bytes = wholeFile(path);
    const { id = '' } = deliveries[40] ?? {};
    for (let at = bytes.indexOf(id); at >= 0; at = bytes.indexOf(id, at)) bytes[at] = 0xff;
    writeFileSync(path, bytes);
    inOutbox(path, (_opened, store) => expect(store.list()).toHaveLength(deliveries.length));
  });

  it('leaves to the user what a moment says that is none', async () => {
    const { path, deliveries } = await makeOutbox();
    const bytes = wholeFile(path);
    const moment = '"notBefore":';
    const row = bytes.lastIndexOf(deliveries[40]?.id ?? '');
    bytes[bytes.indexOf(moment, row) + moment.length + 3] = '.'.charCodeAt(0);
    writeFileSync(path, bytes);
    inOutbox(path, (_opened, store) => {
      const kinds = store.list().map(({ state }) => state.kind);
      expect(kinds).toHaveLength(deliveries.length);
      expect(kinds.filter((kind) => kind === 'needsDecision')).toHaveLength(1);
    });
  });

  it('is made from nothing where the file holds nothing', () => {
    const path = join(scratchFolder(), 'outbox.sqlite');
    writeFileSync(path, 'not a database '.repeat(900));
    inOutbox(path, ({ recovery }) => expect(recovery).toMatchObject({ deliveries: 0, lost: 0 }));
  });

  it('takes from the last copy what the damaged file has lost', async () => {
    const { path, deliveries } = await makeOutbox();
    inOutbox(path, ({ database }) => database.exec(`VACUUM INTO '${path}.v1.backup'`));
    writeFileSync(path, 'not a database '.repeat(900));
    inOutbox(path, ({ recovery }) => expect(recovery?.deliveries).toBe(deliveries.length));
  });

  it('is not touched while another process has it open', async () => {
    const { path } = await makeOutbox();
    inOutbox(path, () => undefined);
    const other = beginUse(path);
    writeFileSync(path, 'not a database '.repeat(900));
    expect(() => openOutbox(path, now)).toThrow(DatabaseInUseError);
    expect(readFileSync(path, 'utf8')).toMatch(/^not a database/);
    other.end();
  });

  it('keeps every file for the user alone', async () => {
    const { path } = await makeOutbox();
    writeFileSync(path, 'not a database '.repeat(900), { mode: 0o600 });
    inOutbox(path, () => {
      const folder = join(path, '..');
      const ours = readdirSync(folder).filter((name) => name.startsWith('outbox.sqlite') && !name.includes('damaged'));
      expect(ours.map((name) => [name, statSync(join(folder, name)).mode & 0o777])).toEqual(
        ours.map((name) => [name, 0o600]),
      );
    });
  });
});
