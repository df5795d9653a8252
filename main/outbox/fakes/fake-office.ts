import { DatabaseSync } from '@photostructure/sqlite';
import type { Delivery, FaxRequest } from '../../../app/outbox/delivery';
import type { Clock } from '../../../app/outbox/ports';
import { usualTiming } from '../../../app/outbox/schedule';
import type { Timing } from '../../../app/outbox/schedule';
import type { DocumentSpool } from '../../storage/document-spool';
import { migrate } from '../../storage/migrate';
import { migrations } from '../../storage/migrations/all';
import { createOutboxStore } from '../../storage/outbox-store';
import type { SpoolStore } from '../../storage/outbox-store';
import { createRunner } from '../runner';
import type { Runner, RunnerParts } from '../runner';
import { FakeClock } from './fake-clock';
import { FakeExchange, classifyFault } from './fake-exchange';
import type { Behaviour } from './fake-exchange';

export interface FakeProcess {
  readonly runner: Runner;
  readonly store: SpoolStore;
  readonly changes: Delivery[];
  readonly progress: number[];
  readonly errors: unknown[];
  /** From now on the process does nothing and sees nothing, as after SIGKILL; what it had sent stays sent. */
  kill(): void;
}

/** An exchange, a spool in memory, and the processes that share it. */
export class FakeOffice {
  readonly clock: FakeClock;
  readonly exchange: FakeExchange;
  readonly database = new DatabaseSync(':memory:');
  readonly documents = new Map<string, Uint8Array>();
  private readonly dead = new Set<string>();
  private readonly runners = new Map<string, Runner>();

  constructor(behaviour: Behaviour = {}, random?: () => number) {
    migrate(this.database, ':memory:', migrations);
    this.clock = new FakeClock(random);
    this.exchange = new FakeExchange(this.clock, behaviour);
  }

  startProcess(more: Partial<RunnerParts> = {}, timing: Partial<Timing> = {}): FakeProcess {
    const id = `process ${this.runners.size + 1}`;
    const isAlive = (): boolean => !this.dead.has(id);
    const store = whileAlive(this.openStore(), isAlive);
    const told = { changes: [] as Delivery[], progress: [] as number[], errors: [] as unknown[] };
    const runner = createRunner({
      store,
      exchange: this.exchange,
      classify: classifyFault,
      clock: this.clockOf(isAlive),
      onChange: (deliveries) => void told.changes.push(...deliveries),
      onProgress: ({ sentBytes }) => void told.progress.push(sentBytes),
      onError: (error) => void told.errors.push(error),
      owner: { id, mayBeAlive: () => true },
      timing: { ...usualTiming, ...timing },
      ...more,
    });
    this.runners.set(id, runner);
    runner.start();
    return { runner, store, ...told, kill: () => void this.dead.add(id) };
  }

  openStore(): SpoolStore {
    const documents: DocumentSpool = {
      save: (pdf) => {
        this.documents.set(`sha of ${pdf[0]}`, pdf);
        return Promise.resolve(`sha of ${pdf[0]}`);
      },
      keep: () => Promise.resolve(),
      has: (sha256) => this.documents.has(sha256),
      read: (sha256) => Promise.resolve(this.documents.get(sha256) ?? new Uint8Array()),
    };
    return createOutboxStore({ database: this.database, documents, exchange: 'fake', clock: this.clock });
  }

  /** Queues one document, told from others by `document`, and answers the deliveries' ids. */
  async queue(
    recipients: string[] = ['902123205072'],
    document = 1,
    more: Partial<FaxRequest> = {},
  ): Promise<string[]> {
    const request: FaxRequest = { recipients, sender: null, header: 'ACME', resolution: 'fine', pageCount: 2, ...more };
    const deliveries = await this.openStore().queue(request, new Uint8Array([document, 0]), this.clock.now());
    for (const [id, runner] of this.runners) if (!this.dead.has(id)) runner.wake();
    return deliveries.map(({ id }) => id);
  }

  stateOf(id: string): Delivery['state'] {
    const found = this.openStore().find(id);
    if (found === null) throw new Error(`There is no delivery ${id}.`);
    return found.delivery.state;
  }

  private clockOf(isAlive: () => boolean): Clock {
    return {
      now: this.clock.now,
      bootedAt: this.clock.bootedAt,
      random: this.clock.random,
      setTimer: (ms, callback) => this.clock.setTimer(ms, () => isAlive() && callback()),
    };
  }
}

function whileAlive(store: SpoolStore, isAlive: () => boolean): SpoolStore {
  return new Proxy(store, {
    get: (target, name, receiver): unknown => {
      if (!isAlive()) throw new Error('The process is dead.');
      return Reflect.get(target, name, receiver);
    },
  });
}
