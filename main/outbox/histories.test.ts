import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../app/outbox/delivery';
import { isSettled } from '../../app/outbox/until';
import type { Fate } from './fakes/fake-exchange';
import { FakeOffice } from './fakes/fake-office';
import type { FakeProcess } from './fakes/fake-office';

const second = 1_000;
const minute = 60 * second;

const fate = fc.constantFrom<Fate>(
  'accept',
  'accept',
  'refuse',
  'rateLimit',
  'unreachable',
  'lostBefore',
  'lostAfter',
  'lostLate',
  'slow',
);

type Incident =
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'queue'; readonly recipients: string[]; readonly document: number }
  | { readonly kind: 'kill'; readonly process: number }
  | { readonly kind: 'start' }
  | { readonly kind: 'network'; readonly isUp: boolean }
  | { readonly kind: 'cancel'; readonly delivery: number };

/** Few numbers, so that faxes are mistaken for each other if they can be. */
const number = fc.constantFrom('902121111111', '902122222222', '902123333333');
const incident: fc.Arbitrary<Incident> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 10, max: 90_000 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('queue' as const),
      recipients: fc.uniqueArray(number, { minLength: 1, maxLength: 2 }),
      document: fc.integer({ min: 1, max: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('kill' as const), process: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'start' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('network' as const), isUp: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const), delivery: fc.nat(5) }) },
);

const history = fc.record({
  fates: fc.array(fate, { maxLength: 12 }),
  incidents: fc.array(incident, { minLength: 2, maxLength: 14 }),
  aheadMs: fc.constantFrom(0, 0, 700, -40_000, 3_600_000),
  callMs: fc.constantFrom(300, 8_000, 40_000, 200_000),
  recordLagMs: fc.constantFrom(0, 900, 6_000),
  uploadMs: fc.constantFrom(50, 3_000),
  jitter: fc.double({ min: 0, max: 0.999, noNaN: true }),
});

const kindOf = ({ recipient, documentSha256 }: Delivery): string => `${recipient} ${documentSha256}`;

class Story {
  readonly ids: string[] = [];
  /** Cancelled by the user while it was in doubt whether they were sent. */
  readonly givenUp = new Set<string>();
  private processes: FakeProcess[] = [];

  constructor(readonly office: FakeOffice) {}

  async live(incident: Incident): Promise<void> {
    switch (incident.kind) {
      case 'wait':
        return this.office.clock.advance(incident.ms);
      case 'queue':
        this.ids.push(...(await this.office.queue(incident.recipients, incident.document)));
        return;
      case 'start':
        this.start();
        return;
      case 'kill':
        this.processes.splice(incident.process, 1)[0]?.kill();
        return;
      case 'network':
        this.office.exchange.isReachable = incident.isUp;
        return;
      case 'cancel':
        this.cancel(this.ids[incident.delivery]);
        return;
    }
  }

  /** Two are enough. */
  start(): void {
    if (this.processes.length < 2) this.processes.push(this.office.startProcess({}, { watchMs: 20 * second }));
  }

  /** What became of deliveries of one document to one number: which of them an order is for can't and needn't be told. */
  interchangeable() {
    const deliveries = this.office.openStore().list();
    const kinds = new Set(deliveries.map(kindOf));
    return [...kinds]
      .map((kind) => deliveries.filter((each) => kindOf(each) === kind))
      .map((group) => ({
        orders: group.reduce((sum, { id }) => sum + this.office.exchange.ordersOf(id), 0),
        unsettled: group.filter(({ state }) => !isSettled(state)).length,
        of: {
          all: group.length,
          delivered: group.filter(({ state }) => state.kind === 'delivered').length,
          refused: group.filter(({ state }) => state.kind === 'refused').length,
          cancelled: group.filter(({ id, state }) => state.kind === 'cancelled' && !this.givenUp.has(id)).length,
          needsDecision: group.filter(({ state }) => state.kind === 'needsDecision').length,
        },
      }));
  }

  private cancel(id: string | undefined): void {
    if (id === undefined) return;
    const wasInDoubt = this.office.stateOf(id).kind === 'needsDecision';
    if (this.processes[0]?.runner.cancel(id) && wasInDoubt) this.givenUp.add(id);
  }
}

describe('any history of faults, crashes and restarts', () => {
  it('loses no fax and sends none twice; each ends final or as the user’s decision (D1–D7)', async () => {
    let deliveries = 0;
    let decisions = 0;
    await fc.assert(
      fc.asyncProperty(history, async ({ incidents, jitter, ...behaviour }) => {
        const office = new FakeOffice(behaviour, () => jitter);
        const story = new Story(office);
        story.start();
        for (const each of incidents) await story.live(each);
        office.exchange.isReachable = true;
        story.start();
        await office.clock.advance(60 * minute);
        await office.clock.advance(180 * minute);
        for (const group of story.interchangeable()) {
          const { orders, of } = group;
          expect(group, 'unsettled').toMatchObject({ unsettled: 0 });
          expect(orders, 'sent twice').toBeLessThanOrEqual(of.all - of.cancelled - of.refused);
          expect(orders, 'lost').toBeGreaterThanOrEqual(of.delivered);
          deliveries += of.all;
          decisions += of.needsDecision;
        }
      }),
      { numRuns: Number(process.env['HISTORIES'] ?? 60) },
    );
    process.stdout.write(`${decisions} of ${deliveries} deliveries needed the user's decision\n`);
  }, 600_000);
});
