import type { UploadProgress } from '../../app/contract';
import type { Delivery } from '../../app/outbox/delivery';
import type { Clock, ExchangePort, Spool, Spooled } from '../../app/outbox/ports';
import type { PostOutcome } from '../../app/outbox/post-outcome';
import { usualTiming } from '../../app/outbox/schedule';
import type { Timing } from '../../app/outbox/schedule';
import type { DeliveryEvent } from '../../app/outbox/transition';
import { happen } from './changing';
import { thisProcess } from './owner';
import type { Owner } from './owner';
import { Poller } from './poller';
import { Uploads } from './uploads';
import { Waits } from './waits';
import type { IsDone } from './waits';

export interface RunnerParts {
  readonly store: Spool;
  readonly exchange: ExchangePort<AbortSignal>;
  /** What an error of `exchange.send` means for the delivery (D3, D7). */
  readonly classify: (error: unknown) => PostOutcome;
  readonly clock: Clock;
  /** Deliveries that changed, whichever process changed them. */
  readonly onChange: (deliveries: Delivery[]) => void;
  readonly onProgress: (progress: UploadProgress) => void;
  /** Which deliveries this process sends and follows; all without it. */
  readonly only?: (delivery: Delivery) => boolean;
  /** Told of errors the runner goes on after: a poll that failed, a full disk. */
  readonly onError?: (error: unknown) => void;
  readonly timing?: Timing;
  readonly owner?: Owner;
}

/** Sends what is queued and follows it until it is final. */
export interface Runner {
  start(): void;
  /**
   * Begins nothing more and writes down how the uploads under way end: `finish` waits for them, `abort` breaks them off,
   * which may leave them unconfirmed.
   */
  stop(uploads: 'finish' | 'abort'): Promise<void>;
  /** Something was queued, or the network is back, or the machine woke: looks at once. */
  wake(): void;
  /** The delivery afterwards: cancelled, or still sending until it is known whether it left. `null`: too late. */
  cancel(id: string): Delivery | null;
  /** The delivery afterwards; `null` when there is nothing to decide. */
  decide(id: string, decision: 'sendAgain' | 'giveUp'): Delivery | null;
  /** Resolves once every one of these deliveries is done, or the runner stops. `isDone` also runs after failed polls. */
  until(ids: readonly string[], isDone: IsDone): Promise<Delivery[]>;
}

/** With nothing open, changes by other processes may show a little later. */
const idleWatchFactor = 5;

export function createRunner(parts: RunnerParts): Runner {
  return new OutboxRunner(parts);
}

class OutboxRunner implements Runner {
  private readonly timing: Timing;
  private readonly uploads: Uploads;
  private readonly poller: Poller;
  private readonly waits: Waits;
  private revision: number;
  private isRunning = false;
  private cancelTimer = (): void => undefined;

  constructor(private readonly parts: RunnerParts) {
    const { store, exchange, classify, clock, onProgress } = parts;
    this.timing = parts.timing ?? usualTiming;
    const onError = (error: unknown): void => parts.onError?.(error);
    const shared = { store, exchange, classify, clock, timing: this.timing, onError };
    this.poller = new Poller({ ...shared, onPolled: () => this.step() });
    this.uploads = new Uploads({
      ...shared,
      owner: parts.owner ?? thisProcess(),
      onProgress,
      onChanged: () => this.step(),
      onAccepted: () => this.poller.hurry(),
    });
    this.waits = new Waits(store, () => ({ failedPolls: this.poller.failedPolls }));
    this.revision = store.changedSince(Number.MAX_SAFE_INTEGER).revision;
  }

  start(): void {
    this.isRunning = true;
    this.step();
  }

  async stop(uploads: 'finish' | 'abort'): Promise<void> {
    this.isRunning = false;
    this.cancelTimer();
    this.poller.stop();
    await this.uploads.stop(uploads);
    this.publish();
    this.waits.end();
  }

  wake(): void {
    this.parts.store.hasten(this.parts.clock.now());
    this.poller.forgetFailures();
    this.step();
  }

  cancel(id: string): Delivery | null {
    const cancelled = this.happen(id, { kind: 'cancelled', at: this.parts.clock.now() });
    this.uploads.cancel(id);
    return cancelled;
  }

  decide(id: string, decision: 'sendAgain' | 'giveUp'): Delivery | null {
    return this.happen(id, { kind: 'decided', at: this.parts.clock.now(), decision });
  }

  until(ids: readonly string[], isDone: IsDone): Promise<Delivery[]> {
    return this.waits.until(ids, isDone);
  }

  private happen(id: string, event: DeliveryEvent): Delivery | null {
    const state = happen(this.parts.store, id, event);
    this.step();
    return state === null ? null : (this.parts.store.find(id)?.delivery ?? null);
  }

  /** Does what is due and sleeps until something is due again. */
  private step(): void {
    if (!this.isRunning) return;
    try {
      this.doWhatIsDue();
    } catch (error) {
      this.parts.onError?.(error);
      this.sleep(this.timing.watchMs * idleWatchFactor);
    }
  }

  private doWhatIsDue(): void {
    const before = this.readOpen();
    this.uploads.giveUpLost(before.all);
    this.uploads.startDue(before.queued);
    this.publish();
    const open = this.readOpen();
    this.poller.pollIfDue(open.watched);
    this.sleep(this.untilNextMs(open));
  }

  private readOpen() {
    const all = this.parts.store.open();
    const { only = () => true } = this.parts;
    const watched = all.filter(({ delivery }) => only(delivery));
    return { all, watched, queued: watched.filter(({ delivery }) => delivery.state.kind === 'queued') };
  }

  private untilNextMs(open: { watched: readonly Spooled[]; queued: readonly Spooled[] }): number {
    const now = this.parts.clock.now();
    const isIdle = open.watched.length === 0 && this.waits.isEmpty;
    const due = [this.uploads.dueAt(open.queued), this.poller.dueAt(open.watched)].filter((at) => at !== null);
    const watchMs = isIdle ? this.timing.watchMs * idleWatchFactor : this.timing.watchMs;
    return Math.max(0, Math.min(watchMs, ...due.map((at) => at - now)));
  }

  private sleep(ms: number): void {
    this.cancelTimer();
    if (this.isRunning) this.cancelTimer = this.parts.clock.setTimer(ms, () => this.step());
  }

  private publish(): void {
    const { deliveries, revision } = this.parts.store.changedSince(this.revision);
    this.revision = revision;
    if (deliveries.length > 0) this.parts.onChange(deliveries);
    this.waits.check();
  }
}
