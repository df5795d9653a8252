import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery, FaxRequest } from '../../app/outbox/delivery';
import { openDatabase } from './open-database';
import { createOutboxStore } from './outbox-store';
import type { SpoolStore } from './outbox-store';
import { scratchFolder } from './scratch-folder';

const documents = {
  save: () => Promise.resolve('sha'),
  keep: () => Promise.resolve(),
  has: () => true,
  read: () => Promise.resolve(new Uint8Array()),
};
const lease = { owner: 'one', until: 50_000 };
const [now, later] = [2_000, 90_000];

let database: ReturnType<typeof openDatabase>;
let store: SpoolStore;
let foreign: SpoolStore;
beforeEach(() => {
  database = openDatabase(join(scratchFolder(), 'outbox.sqlite'));
  store = createOutboxStore({ database, documents, exchange: 'ours' });
  foreign = createOutboxStore({ database, documents, exchange: 'theirs' });
});
afterEach(() => database.close());

function queue(count: number, more: Partial<FaxRequest> = {}, into = store): Promise<Delivery[]> {
  const recipients = Array.from({ length: count }, (_, at) => `+90212${String(1_000_000 + at)}`);
  const request = { recipients, sender: null, header: 'ACME', resolution: 'fine', pageCount: 2, ...more } as const;
  return into.queue(request, new Uint8Array([1]), 1_000);
}

const claim = (delivery: Delivery | undefined) => store.claim(delivery?.id ?? '', lease, { now, bootedAt: 0 });
const kinds = (): string[] => store.list().map(({ state }) => state.kind);
const lastEvent = (delivery: Delivery | undefined) => store.history(delivery?.id ?? '')?.entries.at(-1)?.event;

describe('cancelling many', () => {
  it('cancels what is queued of a fax, and leaves what is being sent and other faxes', async () => {
    const [first, second] = await queue(3);
    await queue(1);
    claim(first);
    expect(store.cancelWaiting({ filter: { faxId: first?.faxId ?? '' } }, now)).toBe(2);
    expect(kinds()).toEqual(['queued', 'cancelled', 'cancelled', 'sending']);
    expect(lastEvent(second)).toEqual({ kind: 'cancelled' });
    expect(lastEvent(first)).toEqual({ kind: 'uploading' });
    expect(claim(second)).toBeNull();
  });

  it('leaves those of another exchange', async () => {
    await queue(1, {}, foreign);
    expect(store.cancelWaiting({ filter: {} }, now)).toBe(0);
    expect(foreign.list()[0]?.state.kind).toBe('queued');
  });

  it('tells everybody what changed', async () => {
    const [one] = await queue(2);
    const { revision } = store.changedSince(0);
    store.cancelWaiting({ deliveryIds: [one?.id ?? ''] }, now);
    expect(store.changedSince(revision).deliveries.map(({ id }) => id)).toEqual([one?.id]);
  });
});

describe('putting off', () => {
  it('lets nothing be sent before its moment, and brings it forward again', async () => {
    const [one] = await queue(1);
    const selection = { deliveryIds: [one?.id ?? ''] };
    expect(store.reschedule(selection, later, now)).toBe(1);
    expect(store.find(one?.id ?? '')?.delivery).toMatchObject({
      sendAt: later,
      state: { kind: 'queued', notBefore: later, waitingFor: 'time' },
    });
    expect([store.due(now, 9, null), store.nextDueAfter(now, null), claim(one)]).toEqual([[], later, null]);
    store.reschedule(selection, null, now);
    expect(store.due(now, 9, null)[0]?.delivery).toMatchObject({ sendAt: null, state: { waitingFor: 'turn' } });
    expect(claim(one)).not.toBeNull();
  });

  it('can’t bring forward what the service asked to wait (D7)', async () => {
    await queue(1);
    store.postpone('rateLimit', now, later);
    expect(store.reschedule({ filter: {} }, null, now)).toBe(0);
  });

  it('keeps why it was queued again', async () => {
    const [one] = await queue(1);
    const lastCall = { callUuid: 'u', cause: 'busy', reason: 'Meşgul', pagesSent: 0, pagesTotal: 2, at: 1 } as const;
    const sending = claim(one);
    if (sending === null) throw new Error('It was not claimed.');
    store.change(sending, { kind: 'queued', notBefore: later, waitingFor: 'retry', lastCall });
    store.reschedule({ filter: {} }, null, now);
    store.postpone('network', now, later);
    expect(store.find(one?.id ?? '')?.delivery).toMatchObject({
      retries: 1,
      state: { waitingFor: 'network', lastCall },
    });
  });

  it('to the office’s hours means those that want it, and only once they are due', async () => {
    const [closed] = await queue(1, { officeHoursOnly: true });
    const [open] = await queue(1);
    const [future] = await queue(1, { officeHoursOnly: true, sendAt: later });
    store.holdForOffice(now, later);
    const waits = [closed, open, future].map((each) => store.find(each?.id ?? '')?.delivery.state);
    expect(waits).toMatchObject([
      { waitingFor: 'officeHours', notBefore: later },
      { waitingFor: 'turn' },
      { waitingFor: 'time' },
    ]);
  });
});

describe('a paused queue', () => {
  it('gives nothing away, to no process, until it is resumed', async () => {
    const [one] = await queue(1);
    store.pause(now);
    const other = createOutboxStore({ database, documents, exchange: 'ours' });
    expect([other.pausedAt(), other.claim(one?.id ?? '', lease, { now, bootedAt: 0 }), foreign.pausedAt()]).toEqual([
      now,
      null,
      null,
    ]);
    store.pause(null);
    expect(claim(one)).not.toBeNull();
  });
});

describe('the list', () => {
  it('comes in pages, newest first, with how many there are', async () => {
    const queued = await queue(5);
    const { deliveries, total } = store.page({}, 1, 2);
    expect(deliveries.map(({ id }) => id)).toEqual([queued[3]?.id, queued[2]?.id]);
    expect(total).toBe(5);
    store.cancelWaiting({ deliveryIds: [queued[0]?.id ?? ''] }, now);
    expect(store.page({ kinds: ['cancelled'] }, 0, 9)).toMatchObject({ total: 1, deliveries: [{ id: queued[0]?.id }] });
  });

  it('is summed up by state', async () => {
    const [one] = await queue(3);
    await queue(1, { sendAt: later });
    claim(one);
    expect(store.status()).toMatchObject({
      pausedAt: null,
      nextDueAt: 1_000,
      counts: { queued: 3, sending: 1, failed: 0 },
    });
  });
});

describe('a timeline', () => {
  it('can only be added to', async () => {
    await queue(1);
    expect(() => database.exec('DELETE FROM timeline')).toThrow(/append only/);
    expect(() => database.exec('UPDATE timeline SET at = 0')).toThrow(/append only/);
  });

  it('begins with what was asked for', async () => {
    const [undoable] = await store.queue(
      { recipients: ['+902123205072'], sender: null, header: 'A', resolution: 'fine', pageCount: 1 },
      new Uint8Array([1]),
      now,
      5_000,
    );
    expect(undoable?.state).toEqual({ kind: 'queued', notBefore: 7_000, waitingFor: 'undo' });
    expect(store.history(undoable?.id ?? '')?.entries).toEqual([{ at: now, attempt: null, event: undoable?.state }]);
    expect(store.history('unknown')).toBeNull();
  });
});
