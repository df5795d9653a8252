import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { FaxRequest } from '../../app/outbox/delivery';
import type { Spooled } from '../../app/outbox/ports';
import { nextState } from '../../app/outbox/transition';
import type { DeliveryEvent } from '../../app/outbox/transition';
import { createDocumentSpool } from './document-spool';
import { openDatabase } from './open-database';
import { createOutboxStore } from './outbox-store';
import type { SpoolStore } from './outbox-store';
import { scratchFolder } from './scratch-folder';

const pdf = new TextEncoder().encode('%PDF-1.7 a fax');
const request = (...recipients: string[]): FaxRequest => ({
  recipients,
  sender: '908501234567',
  header: 'ACME',
  resolution: 'fine',
  pageCount: 2,
});
const lease = { owner: 'one', until: 5_000 };

const opened: DatabaseSyncInstance[] = [];
afterEach(() => {
  for (const database of opened.splice(0)) if (database.isOpen) database.close();
});

function open(folder: string, exchange = 'api.example'): SpoolStore & { readonly database: DatabaseSyncInstance } {
  const database = openDatabase(join(folder, 'outbox.sqlite'));
  opened.push(database);
  const documents = createDocumentSpool(join(folder, 'spool'));
  return { ...createOutboxStore({ database, documents, exchange }), database };
}

async function queueOne(store: SpoolStore, recipient = '902123205072'): Promise<string> {
  const [delivery] = await store.queue(request(recipient), pdf, 1_000);
  if (delivery === undefined) throw new Error('nothing was queued');
  return delivery.id;
}

function need<T>(value: T | null): T {
  if (value === null) throw new Error('missing');
  return value;
}

const bootedAt = 7;
const at = (now: number) => ({ now, bootedAt });

const accept = (store: SpoolStore, from: Spooled, orderId: string) =>
  store.change(from, nextState(from.delivery.state, { kind: 'accepted', at: 2_500, orderId }), {
    at: 2_500,
    outcome: 'accepted',
    orderId,
  });

const meet = (store: SpoolStore, id: string, event: DeliveryEvent) => {
  const from = need(store.find(id));
  return store.change(from, nextState(from.delivery.state, event));
};

const recordFound = (callUuid: string): DeliveryEvent => ({
  kind: 'recordFound',
  at: 9_000,
  record: { callUuid, success: true, pagesSent: 2, pagesTotal: 2, reason: 'Başarılı' },
});

describe('queueing', () => {
  it('has document and deliveries on disk before it answers (D1)', async () => {
    const folder = scratchFolder();
    const store = open(folder);
    const deliveries = await store.queue(request('902123205072', '902121111111'), pdf, 1_000);
    store.database.close();

    expect(existsSync(join(folder, 'spool', `${deliveries[0]?.documentSha256 ?? ''}.pdf`))).toBe(true);
    const again = open(folder);
    expect(again.open().map(({ delivery }) => delivery)).toEqual(deliveries);
    expect(await again.readDocument(deliveries[0]?.documentSha256 ?? '')).toHaveLength(pdf.length);
  });

  it('queues nothing where the document can not be kept (D1)', async () => {
    const folder = scratchFolder();
    const database = openDatabase(join(folder, 'outbox.sqlite'));
    opened.push(database);
    const no = () => Promise.reject(new Error('disk full'));
    const full = { save: no, keep: no, has: () => false, read: no };
    const store = createOutboxStore({ database, documents: full, exchange: 'api.example' });
    await expect(store.queue(request('902123205072'), pdf, 1_000)).rejects.toThrow('disk full');
    expect(store.list()).toEqual([]);
  });

  it('shows and sends a delivery to no other exchange than it was queued for', async () => {
    const folder = scratchFolder();
    const id = await queueOne(open(folder));
    const other = open(folder, 'demo');
    expect([other.list(), other.open(), other.find(id), other.claim(id, lease, at(2_000))]).toEqual([
      [],
      [],
      null,
      null,
    ]);
  });
});

describe('claiming', () => {
  it('gives a delivery to one of two processes (D6)', async () => {
    const folder = scratchFolder();
    const [one, two] = [open(folder), open(folder)];
    const id = await queueOne(one);
    const claims = [one.claim(id, lease, at(2_000)), two.claim(id, { ...lease, owner: 'two' }, at(2_000))];
    expect(claims.map((claim) => claim?.lease?.owner)).toEqual(['one', undefined]);
  });

  it('has `sending` on disk before it answers (D2)', async () => {
    const folder = scratchFolder();
    const store = open(folder);
    const id = await queueOne(store);
    store.claim(id, lease, at(2_000));
    expect(open(folder).find(id)).toMatchObject({
      delivery: { state: { kind: 'sending', since: 2_000 } },
      post: { startedAt: 2_000, bootedAt, endedAt: null, answered: false },
      lease,
    });
  });

  it('leaves a delivery that is not due', async () => {
    const store = open(scratchFolder());
    const id = await queueOne(store);
    expect(store.claim(id, lease, at(999))).toBeNull();
  });

  it('renews only its owner’s lease', async () => {
    const store = open(scratchFolder());
    const id = await queueOne(store);
    store.claim(id, lease, at(2_000));
    expect(store.renew(id, { owner: 'one', until: 8_000 })?.lease?.until).toBe(8_000);
    expect(store.renew(id, { owner: 'two', until: 9_000 })).toBeNull();
  });
});

describe('changing', () => {
  it('refuses a change made on an old copy', async () => {
    const folder = scratchFolder();
    const [one, two] = [open(folder), open(folder)];
    const id = await queueOne(one);
    const [seenByOne, seenByTwo] = [need(one.find(id)), need(two.find(id))];
    expect(one.change(seenByOne, { kind: 'cancelled', at: 3_000 })).toBe('changed');
    expect(two.change(seenByTwo, { kind: 'cancelled', at: 3_001 })).toBe('stale');
  });

  it('keeps every attempt', async () => {
    const store = open(scratchFolder());
    const id = await queueOne(store);
    const first = need(store.claim(id, lease, at(2_000)));
    const back: DeliveryEvent = { kind: 'notSent', at: 2_100, waitingFor: 'network', retryAt: 2_200 };
    store.change(first, nextState(first.delivery.state, back), { at: 2_100, outcome: 'notSent' });
    accept(store, need(store.claim(id, lease, at(2_300))), '20212');
    const noCall = { callUuid: null, call: null };
    expect(store.history(id)?.attempts).toEqual([
      { number: 1, startedAt: 2_000, endedAt: 2_100, outcome: 'notSent', orderId: null, ...noCall },
      { number: 2, startedAt: 2_300, endedAt: 2_500, outcome: 'accepted', orderId: '20212', ...noCall },
    ]);
    expect(store.find(id)?.lease).toBeNull();
  });

  it('tells what anybody changed since', async () => {
    const folder = scratchFolder();
    const [one, two] = [open(folder), open(folder)];
    const id = await queueOne(one);
    const { revision } = one.changedSince(0);
    expect(one.changedSince(revision).deliveries).toEqual([]);
    two.claim(id, lease, at(2_000));
    expect(one.changedSince(revision).deliveries.map(({ state }) => state.kind)).toEqual(['sending']);
  });

  it('makes all that is due wait together, and go on together (D7)', async () => {
    const store = open(scratchFolder());
    const deliveries = await store.queue(request('902123205072', '902121111111'), pdf, 1_000);
    const states = () => store.open().map(({ delivery }) => delivery.state);
    store.postpone('network', 2_000, 9_000);
    expect(states()).toEqual(deliveries.map(() => ({ kind: 'queued', notBefore: 9_000, waitingFor: 'network' })));
    store.hasten(3_000);
    expect(states()).toEqual(deliveries.map(() => ({ kind: 'queued', notBefore: 3_000, waitingFor: 'turn' })));
    store.postpone('rateLimit', 3_000, 9_000);
    store.hasten(4_000);
    expect(states()[0]).toEqual({ kind: 'queued', notBefore: 9_000, waitingFor: 'rateLimit' });
  });
});

describe('orders and records', () => {
  const unknown: DeliveryEvent = { kind: 'outcomeUnknown', at: 2_600, nextCheckAt: 3_000 };

  it('belong to one delivery each (D5)', async () => {
    const store = open(scratchFolder());
    const [a, b] = [await queueOne(store), await queueOne(store)];
    accept(store, need(store.claim(a, lease, at(2_000))), '20212');
    store.claim(b, lease, at(2_000));
    meet(store, b, unknown);
    const lost = need(store.find(b));
    const found: DeliveryEvent = { kind: 'orderFound', at: 4_000, orderId: '20212', serviceStatus: null };
    const end = { at: 4_000, outcome: 'found', orderId: '20212' } as const;
    expect(store.change(lost, nextState(lost.delivery.state, found), end)).toBe('taken');

    expect(meet(store, a, recordFound('u1'))).toBe('changed');
    expect(meet(store, b, recordFound('u1'))).toBe('taken');
    expect(store.find(b)?.delivery.state.kind).toBe('unconfirmed');
    expect(store.taken(['20212', '20213'], ['u1', 'u2'])).toEqual({
      orders: new Set(['20212']),
      records: new Set(['u1']),
    });
  });

  it('are believed when the service itself gives an id out again', async () => {
    const store = open(scratchFolder());
    const [a, b] = [await queueOne(store), await queueOne(store)];
    accept(store, need(store.claim(a, lease, at(2_000))), '1');
    meet(store, a, recordFound('u1'));
    expect(accept(store, need(store.claim(b, lease, at(2_000))), '1')).toBe('changed');
    expect(store.find(b)?.delivery.state).toMatchObject({ kind: 'accepted', orderId: '1' });
  });

  it('are remembered when the answer came too late to matter (D5)', async () => {
    const store = open(scratchFolder());
    const id = await queueOne(store);
    const claimed = need(store.claim(id, lease, at(2_000)));
    meet(store, id, unknown);
    meet(store, id, { kind: 'absent', at: 3_000 });
    store.keepOrder(id, need(claimed.post), '20212');
    expect(store.taken(['20212'], []).orders).toEqual(new Set(['20212']));
  });
});

describe('the service’s clock', () => {
  it('is remembered for its exchange', () => {
    const folder = scratchFolder();
    open(folder).saveClockOffset({ lowMs: -3, highMs: 900 }, at(1_000));
    const learnt = { at: 1_000, bootedAt };
    expect(open(folder).clockOffset()).toEqual({ offset: { lowMs: -3, highMs: 900 }, learnt });
    expect(open(folder, 'demo').clockOffset()).toBeNull();
  });
});
