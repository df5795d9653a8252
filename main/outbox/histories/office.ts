import type { Delivery, FaxRequest } from '../../../app/outbox/delivery';
import type { ExchangePort, Scope } from '../../../app/outbox/ports';
import type { TellsTime } from '../../../app/outbox/own-clock';
import { usualTiming } from '../../../app/outbox/schedule';
import type { DocumentSpool } from '../../storage/document-spool';
import { classifyPost } from '../exchange-port';
import { FakeClock } from '../fakes/fake-clock';
import type { SmallStore } from '../fakes/memory-spool';
import { createRunner } from '../runner';
import type { Runner } from '../runner';
import { ExchangeModel } from './exchange-model';
import type { Nature } from './exchange-model';
import { MortalProcess } from './mortal-process';

/** What the processes are made of: the store and the line may be real or quick. */
export interface Make {
  /** One store over what all processes share. */
  store(documents: DocumentSpool, clock: TellsTime): SmallStore;
  line(model: ExchangeModel, process: MortalProcess): ExchangePort<AbortSignal>;
}

/** Two documents that their pages tell apart, and one that they don't. */
const pageCounts = [0, 2, 3, 2];
const second = 1_000;

/** An exchange, a spool, and the processes that share it. */
export class Office {
  readonly clock: FakeClock;
  readonly exchange: ExchangeModel;
  /** The spool as it is, whoever is alive. */
  readonly store: SmallStore;
  readonly errors: unknown[] = [];
  diskIsFull = false;
  processes: { readonly life: MortalProcess; readonly runner: Runner }[] = [];
  private started = 0;
  private readonly documents = new Map<string, Uint8Array>();

  constructor(
    private readonly make: Make,
    nature: Nature,
    jitter: number,
  ) {
    this.clock = new FakeClock(() => jitter);
    this.exchange = new ExchangeModel(this.clock, nature);
    const documents: DocumentSpool = {
      save: (pdf) => {
        const name = `document ${pdf[0]}`;
        this.documents.set(name, pdf);
        return Promise.resolve(name);
      },
      keep: () => Promise.resolve(),
      has: () => true,
      read: (name) => Promise.resolve(this.documents.get(name) ?? new Uint8Array()),
    };
    this.store = make.store(documents, this.clock);
  }

  start(only: Scope = null): void {
    const id = `process ${(this.started += 1)}`;
    const life = new MortalProcess(this.clock, () => this.diskIsFull);
    const runner = createRunner({
      store: life.guard(this.store),
      exchange: this.make.line(this.exchange, life),
      classify: classifyPost,
      clock: life.guardClock(),
      onChange: () => undefined,
      onProgress: () => undefined,
      onError: (error) => void this.errors.push(error),
      owner: { id, mayBeAlive: () => true },
      timing: { ...usualTiming, watchMs: 20 * second },
      only,
    });
    this.processes.push({ life, runner });
    runner.start();
  }

  bury(): void {
    this.processes = this.processes.filter(({ life }) => life.isAlive());
  }

  async queue(recipients: readonly string[], document: number, sender: string | null): Promise<Delivery[]> {
    const pageCount = pageCounts[document] ?? 1;
    const request: FaxRequest = {
      recipients: recipients.map((recipient) => `+${recipient}`),
      sender,
      header: 'ACME',
      resolution: 'fine',
      pageCount,
    };
    const deliveries = await this.store.queue(request, new Uint8Array([document, 0, 0]), this.clock.now());
    this.wake();
    return deliveries;
  }

  wake(): void {
    this.eachLiving(({ runner }) => runner.wake());
  }

  /** What happens to a process that dies at it is no news to the others. */
  eachLiving(act: (process: Office['processes'][number]) => void): void {
    for (const process of this.processes) {
      if (!process.life.isAlive()) continue;
      try {
        act(process);
      } catch (error) {
        if (process.life.isAlive()) this.errors.push(error);
      }
    }
  }
}
