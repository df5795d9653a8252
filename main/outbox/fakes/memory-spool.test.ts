import { DatabaseSync } from '@photostructure/sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeliveryState, FaxRequest, WaitingFor } from '../../../app/outbox/delivery';
import type { PostEnd, Spooled } from '../../../app/outbox/ports';
import { migrate } from '../../storage/migrate';
import { migrations } from '../../storage/migrations/all';
import { createOutboxStore } from '../../storage/outbox-store';
import { MemoryDisk, MemorySpool } from './memory-spool';
import type { SmallStore } from './memory-spool';

const documents = {
  save: (pdf: Uint8Array) => Promise.resolve(`sha of ${pdf[0]}`),
  keep: () => Promise.resolve(),
  has: () => true,
  read: () => Promise.resolve(new Uint8Array()),
};

const which = fc.nat(5);
const id = fc.constantFrom('1', '2', '3');
const at = fc.integer({ min: 1, max: 20 });
const exchange = fc.constantFrom(0, 0, 0, 1);
const outcome = fc.constantFrom<PostEnd['outcome']>('accepted', 'found', 'refused', 'notSent', 'unknown');
const waitingFor = fc.constantFrom<WaitingFor>('turn', 'network', 'rateLimit', 'time', 'retry');
const owner = fc.constantFrom('one', 'two');

const record = { callUuid: '', pagesSent: 2, pagesTotal: 2 };
const state: fc.Arbitrary<DeliveryState> = fc.oneof(
  fc.record({ kind: fc.constant('queued' as const), notBefore: at, waitingFor }),
  fc.tuple(at, id).map(([notBefore, callUuid]) => ({
    kind: 'queued' as const,
    notBefore,
    waitingFor: 'retry' as const,
    lastCall: { ...record, callUuid, cause: 'busy' as const, reason: 'Meşgul', at: notBefore },
  })),
  fc.record({ kind: fc.constant('sending' as const), since: at }),
  fc.record({ kind: fc.constant('accepted' as const), orderId: id, at, serviceStatus: fc.constant(null) }),
  fc.record({
    kind: fc.constant('unconfirmed' as const),
    since: at,
    nextCheckAt: at,
    checks: fc.nat(3),
  }),
  fc.record({ kind: fc.constant('needsDecision' as const), since: at, why: fc.constant('ambiguousOrder' as const) }),
  fc
    .tuple(fc.option(id), id, at)
    .map(([orderId, callUuid, when]) => ({ kind: 'delivered' as const, ...record, orderId, callUuid, at: when })),
  fc.record({ kind: fc.constant('cancelled' as const), at }),
);

/** A clock that is set to and fro. */
const clock = { setMs: 0, now: () => 10 + clock.setMs, bootedAt: () => clock.setMs - 100_000 };

type Deed = (store: SmallStore, ids: readonly string[], seen: Map<string, Spooled | null>) => unknown;

const nobody = 'nobody';
const idAt = (ids: readonly string[], index: number): string => ids[index] ?? nobody;

/** One call of the store; what it answers is compared. `seen`: old copies, so that stale changes are tried too. */
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.tuple(which, owner, at).map(
    ([index, who, when]): Deed =>
      (store, ids) =>
        store.claim(idAt(ids, index), { owner: who, until: when + 30 }, { now: when, bootedAt: index }),
  ),
  fc.tuple(which, owner, at).map(
    ([index, who, when]): Deed =>
      (store, ids) =>
        store.renew(idAt(ids, index), { owner: who, until: when + 30 }),
  ),
  { weight: 5, arbitrary: fc.tuple(which, state, fc.option(outcome), at, fc.boolean()).map(changing) },
  fc.tuple(which, id).map(([index, orderId]): Deed => (store, ids) => {
    const post = store.find(idAt(ids, index))?.post;
    if (post) store.keepOrder(idAt(ids, index), post, orderId);
  }),
  fc.tuple(fc.constantFrom<('network' | 'rateLimit')[]>('network', 'rateLimit'), at, at).map(
    ([why, from, until]): Deed =>
      (store) =>
        store.postpone(why, from, until),
  ),
  at.map(
    (when): Deed =>
      (store) =>
        store.hasten(when),
  ),
  fc.tuple(at, at).map(
    ([from, until]): Deed =>
      (store) =>
        store.holdForOffice(from, until),
  ),
  fc.option(at).map(
    (when): Deed =>
      (store) =>
        store.pause(when),
  ),
  fc
    .tuple(fc.constantFrom(0, 900, 5_000, -90_000), fc.constantFrom(0, 0, 400_000))
    .map(([setMs, newStartMs]): Deed => (store) => {
      clock.setMs = setMs;
      const seen = newStartMs === 0 ? { now: 10, bootedAt: -100_000 } : null;
      store.followClock({ now: clock.now() + newStartMs, bootedAt: clock.bootedAt() + newStartMs }, seen);
    }),
  fc.tuple(at, at).map(
    ([now, bootedAt]): Deed =>
      (store) =>
        store.saveClockOffset({ lowMs: -now, highMs: now }, { now, bootedAt }),
  ),
  fc.tuple(which, state, fc.boolean()).map(([index, to, isBroken]): Deed => (store, ids, seen) => {
    try {
      store.together(() => {
        changing([index, to, null, 3, false])(store, ids, seen);
        if (isBroken) throw new Error('broken off');
      });
    } catch (error) {
      return String(error);
    }
    return null;
  }),
);

function changing([index, to, how, when, isStale]: [
  number,
  DeliveryState,
  PostEnd['outcome'] | null,
  number,
  boolean,
]): Deed {
  return (store, ids, seen) => {
    const target = idAt(ids, index);
    const current = store.find(target);
    const from = isStale ? (seen.get(target) ?? current) : current;
    seen.set(target, current);
    if (from === null) return null;
    const orderId = 'orderId' in to && to.orderId ? { orderId: to.orderId } : {};
    return store.change(from, to, how === null ? undefined : { at: when, outcome: how, ...orderId });
  };
}

const request: FaxRequest = {
  recipients: ['+902121111111', '+902122222222'],
  sender: null,
  header: 'ACME',
  resolution: 'fine',
  pageCount: 2,
  officeHoursOnly: true,
};

/** Everything a store shows. */
const picture = (store: SmallStore, ids: readonly string[]) => ({
  open: store.open(),
  list: store.list(),
  changed: [0, 3, 6].map((revision) => store.changedSince(revision)),
  found: ids.map((each) => store.find(each)),
  sending: store.sending(),
  due: [store.due(9, 2, null), store.due(20, 9, new Set(ids.slice(1)))],
  nextDue: [store.nextDueAfter(9, null), store.nextDueAfter(12, new Set(ids.slice(1)))],
  followed: [store.followed(null), store.followed(new Set(ids.slice(1)))],
  paused: store.pausedAt(),
  clock: store.clockOffset(),
  turnarounds: store.turnarounds(),
  taken: store.taken(['1', '3'], ['1', '2']),
});

describe('the store in memory', () => {
  it('does what the one on SQLite does, whatever is asked of it', async () => {
    const database = new DatabaseSync(':memory:');
    migrate(database, ':memory:', migrations);
    database.exec('DROP TRIGGER timeline_is_not_deleted');
    let named = 0;
    const newId = (): string => `id ${(named += 1)}`;
    const real = ['here', 'elsewhere'].map((name) =>
      createOutboxStore({ database, documents, exchange: name, newId, clock }),
    );
    const deeds = fc.array(fc.tuple(exchange, deed), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(deeds, async (story) => {
        database.exec(
          'DELETE FROM timeline; DELETE FROM attempts; DELETE FROM deliveries; DELETE FROM faxes; DELETE FROM documents; DELETE FROM queues; DELETE FROM exchange_clocks',
        );
        named = 0;
        clock.setMs = 0;
        const disk = new MemoryDisk();
        const fake = ['here', 'elsewhere'].map((name) => new MemorySpool({ disk, documents, exchange: name, clock }));
        const queued = await Promise.all(
          [real, fake].map(async ([here, elsewhere]) => [
            ...((await here?.queue(request, new Uint8Array([1]), 1)) ?? []),
            ...((await elsewhere?.queue(request, new Uint8Array([2]), 1)) ?? []),
            ...((await here?.queue(request, new Uint8Array([1]), 2)) ?? []),
          ]),
        );
        const ids = queued[0]?.map((delivery) => delivery.id) ?? [];
        const seen = [new Map<string, Spooled | null>(), new Map<string, Spooled | null>()];
        for (const [place, act] of story) {
          const [a, b] = [real, fake].map((stores, side) => {
            const store = stores[place];
            return store && act(store, ids, seen[side] ?? new Map<string, Spooled | null>());
          });
          expect(b).toEqual(a);
        }
        expect(real.map((store) => picture(store, ids))).toEqual(fake.map((store) => picture(store, ids)));
      }),
      { numRuns: 200, seed: 4 },
    );
    database.close();
  });
});
