import fc from 'fast-check';
import type { Nature } from './exchange-model';
import { numberForms, stampForms } from './manners';
import type { IdForm, NumberForm, StampForm } from './manners';
import { listFates, postFates } from './fates';
import type { ListFate, PostFate } from './fates';

/** What can happen in an office. `process`, `delivery`: the how manieth; nothing happens where there is none. */
export type Incident =
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'queue'; readonly recipients: string[]; readonly document: number; readonly sender: string | null }
  | { readonly kind: 'kill'; readonly process: number }
  /** The process dies at its `steps`th step from now, before or within it. */
  | { readonly kind: 'condemn'; readonly process: number; readonly steps: number; readonly beforehand: boolean }
  /** `own`: as the command line's `send`, it works on the last fax only. */
  | { readonly kind: 'start'; readonly own: boolean }
  | { readonly kind: 'freeze'; readonly process: number; readonly ms: number }
  /** The machine sleeps, and its connections break. */
  | { readonly kind: 'sleep'; readonly ms: number }
  | { readonly kind: 'network'; readonly isUp: boolean }
  | { readonly kind: 'exchangeRestarts' }
  | { readonly kind: 'disk'; readonly isFull: boolean }
  /** Somebody sets this machine's clock. */
  | { readonly kind: 'setClock'; readonly byMs: number }
  | { readonly kind: 'foreignFax'; readonly recipient: string }
  | { readonly kind: 'cancel'; readonly delivery: number }
  | { readonly kind: 'sendAgain'; readonly delivery: number };

/** Few numbers, so that faxes are mistaken for each other if they can be. */
const number = fc.constantFrom('902121111111', '902122222222', '902123333333');
const process = fc.nat(1);
const delivery = fc.nat(5);

const weighted = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });

const incident: fc.Arbitrary<Incident> = fc.oneof(
  weighted(8, fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 10, max: 90_000 }) })),
  weighted(
    7,
    fc.record({
      kind: fc.constant('queue' as const),
      recipients: fc.uniqueArray(number, { minLength: 1, maxLength: 2 }),
      document: fc.integer({ min: 1, max: 3 }),
      sender: fc.constantFrom(null, '908501234567'),
    }),
  ),
  weighted(2, fc.record({ kind: fc.constant('kill' as const), process })),
  weighted(
    4,
    fc.record({ kind: fc.constant('condemn' as const), process, steps: fc.nat(24), beforehand: fc.boolean() }),
  ),
  weighted(4, fc.record({ kind: fc.constant('start' as const), own: fc.constantFrom(false, false, true) })),
  weighted(
    1,
    fc.record({ kind: fc.constant('freeze' as const), process, ms: fc.integer({ min: 1_000, max: 200_000 }) }),
  ),
  weighted(1, fc.record({ kind: fc.constant('sleep' as const), ms: fc.constantFrom(20_000, 400_000, 7_200_000) })),
  weighted(2, fc.record({ kind: fc.constant('network' as const), isUp: fc.boolean() })),
  weighted(1, fc.constant({ kind: 'exchangeRestarts' as const })),
  weighted(1, fc.record({ kind: fc.constant('disk' as const), isFull: fc.boolean() })),
  weighted(
    1,
    fc.record({
      kind: fc.constant('setClock' as const),
      byMs: fc.constantFrom(-3_600_000, -1_200_000, -40_000, -3_000, 3_000, 40_000, 1_200_000, 3_600_000),
    }),
  ),
  weighted(1, fc.record({ kind: fc.constant('foreignFax' as const), recipient: number })),
  weighted(2, fc.record({ kind: fc.constant('cancel' as const), delivery })),
  weighted(1, fc.record({ kind: fc.constant('sendAgain' as const), delivery })),
);

const postFate = fc.oneof(
  weighted(1, fc.constant<PostFate>('accept')),
  weighted(2, fc.constantFrom(...(Object.keys(postFates) as PostFate[]))),
);
const listFate = fc.oneof(
  weighted(3, fc.constant<ListFate>('well')),
  weighted(1, fc.constantFrom(...(Object.keys(listFates) as ListFate[]))),
);

const second = 1_000;

/** When orders and records show. What is in neither list while it is on the line, and later, is the harder to find. */
const shows = fc.oneof(
  weighted(
    3,
    fc.record({
      showsOrders: fc.constant('untilEnd' as const),
      callMs: fc.constantFrom(300, 8 * second, 40 * second, 200 * second),
      recordLagMs: fc.constantFrom(0, 900, 6 * second, 20 * second, 60 * second, -200),
    }),
  ),
  weighted(
    1,
    fc.record({
      showsOrders: fc.constantFrom('untilEnd' as const, 'untilDialled' as const),
      callMs: fc.constantFrom(8 * second, 40 * second),
      recordLagMs: fc.constantFrom(45 * second, 180 * second),
    }),
  ),
  weighted(
    1,
    fc.record({
      showsOrders: fc.constantFrom('untilDialled' as const, 'never' as const),
      callMs: fc.constantFrom(8 * second, 40 * second),
      recordLagMs: fc.constantFrom(0, 6 * second, 20 * second, 60 * second),
    }),
  ),
);

const manner = fc.record({
  pageSize: fc.constantFrom(null, null, null, 2),
  stampForm: fc.oneof(
    weighted(6, fc.constant<StampForm>('documented')),
    weighted(1, fc.constantFrom(...(Object.keys(stampForms) as StampForm[]))),
  ),
  numberForm: fc.constantFrom(...(Object.keys(numberForms) as NumberForm[])),
  idForm: fc.constantFrom<IdForm>('counted', 'counted', 'random'),
});

const temper = fc.record({
  posts: fc.array(postFate, { maxLength: 10 }),
  lists: fc.array(listFate, { maxLength: 16 }),
  aheadMs: fc.constantFrom(0, 0, 700, -40_000, 3_600_000, -10_800_000),
  uploadMs: fc.constantFrom(50, 3_000, 20_000),
  orderLagMs: fc.constantFrom(0, 0, 1_500, 5_000),
  busyEvery: fc.constantFrom(0, 0, 2, 3),
  tellsSender: fc.boolean(),
});

const nature: fc.Arbitrary<Nature> = fc
  .tuple(temper, shows, manner)
  .map(([how, when, words]) => ({ ...how, ...when, ...words }));

/** One life of an office and its exchange. */
export const history = fc.record({
  nature,
  incidents: fc.array(incident, { minLength: 2, maxLength: 14 }),
  jitter: fc.double({ min: 0, max: 0.999, noNaN: true }),
});
