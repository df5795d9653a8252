import type { UploadProgress } from '../../app/contract';
import type { Delivery } from '../../app/outbox/delivery';
import { usualOfficeHours } from '../../app/outbox/office-hours';
import { momentOf, setWhileRunningBy } from '../../app/outbox/own-clock';
import type { Moment } from '../../app/outbox/own-clock';
import type { Clock, ExchangePort, Scope, Spool } from '../../app/outbox/ports';
import { usualRetryMinutes } from '../../app/outbox/retry';
import type { Policy } from '../../app/outbox/retry';
import type { PostOutcome } from '../../app/outbox/post-outcome';
import { usualTiming } from '../../app/outbox/schedule';
import type { Timing } from '../../app/outbox/schedule';
import type { DeliveryEvent, RecordOutcome } from '../../app/outbox/transition';
import { happen } from './changing';
import { thisProcess } from './owner';
import type { Owner } from './owner';
import { Poller } from './poller';
import { Troubles } from './trouble';
import type { Trouble } from './trouble';
import { Uploads } from './uploads';
import { Waits } from './waits';
import type { IsDone } from './waits';

export interface RunnerParts {
  readonly store: Spool;
  readonly exchange: ExchangePort<AbortSignal>;
  /** What an error of `exchange.send` means for the delivery (D3, D7). */
  readonly classify: (error: unknown) => PostOutcome;
  readonly clock: Clock;
  /**
   * Deliveries that changed, whichever process changed them; none where only the queue was paused or resumed, or
   * `trouble` began or ended.
   */
  readonly onChange: (deliveries: Delivery[]) => void;
  readonly onProgress: (progress: UploadProgress) => void;
  /** Which deliveries this process sends and follows, as they are at the moment; all without it. */
  readonly only?: Scope;
  /** The user's rules for trying again and for office hours, as they are at the moment. */
  readonly policy?: () => Policy;
  /** Told of errors the runner goes on after: a poll that failed, a full disk. */
  readonly onError?: (error: unknown) => void;
  readonly timing?: Timing;
  readonly owner?: Owner;
}

const usualPolicy: Policy = { retryMinutes: usualRetryMinutes, officeHours: usualOfficeHours };

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
  /** The outbox was changed from outside: paused, resumed, put off, cancelled. */
  look(): void;
  /** The delivery afterwards: cancelled, or still sending until it is known whether it left. `null`: too late. */
  cancel(id: string): Delivery | null;
  /** The delivery afterwards; `null` when there is nothing to decide. */
  decide(id: string, decision: 'sendAgain' | 'giveUp'): Delivery | null;
  /** The same where the user knows its call; `null` also where the call is another delivery's (D5). */
  recognise(id: string, record: RecordOutcome): Delivery | null;
  /** Resolves once every one of these deliveries is done, or the runner stops. `isDone` also runs after failed polls. */
  until(ids: readonly string[], isDone: IsDone): Promise<Delivery[]>;
  /** Why the outbox can't be written at the moment; `null`: it can be. */
  trouble(): Trouble | null;
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
  private readonly clock: Clock;
  private readonly only: Scope;
  private revision: number;
  private wasPausedAt: number | null;
  private readonly troubles = new Troubles();
  private wasTroubledSince: number | null = null;
  /** This machine's clock as the times of the outbox are told by it. */
  private followed: Moment | null = null;
  private isRunning = false;
  private cancelTimer = (): void => undefined;

  constructor(private readonly parts: RunnerParts) {
    const { store, exchange, classify, onProgress, policy = () => usualPolicy } = parts;
    this.only = parts.only ?? null;
    this.timing = parts.timing ?? usualTiming;
    const onError = (error: unknown, retryAt: number): void => this.failed(error, retryAt);
    const clock = this.followingClock();
    this.clock = clock;
    const shared = { store, exchange, classify, clock, timing: this.timing, policy, only: this.only, onError };
    this.poller = new Poller({ ...shared, onPolled: () => this.step() });
    this.uploads = new Uploads({
      ...shared,
      owner: parts.owner ?? thisProcess(),
      onProgress,
      onChanged: () => this.step(),
      onAccepted: () => this.poller.hurry(),
    });
    this.waits = new Waits(store, () => ({
      failedPolls: this.poller.failedPolls,
      isPaused: store.pausedAt() !== null,
      troubledMs: this.troubledMs(),
    }));
    this.revision = store.changedSince(Number.MAX_SAFE_INTEGER).revision;
    this.wasPausedAt = store.pausedAt();
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
    this.parts.store.hasten(this.clock.now());
    this.poller.forgetFailures();
    this.step();
  }

  look(): void {
    this.step();
  }

  cancel(id: string): Delivery | null {
    const cancelled = this.happen(id, { kind: 'cancelled', at: this.clock.now() });
    this.uploads.cancel(id);
    return cancelled;
  }

  decide(id: string, decision: 'sendAgain' | 'giveUp'): Delivery | null {
    return this.happen(id, { kind: 'decided', at: this.clock.now(), decision });
  }

  recognise(id: string, record: RecordOutcome): Delivery | null {
    return this.happen(id, { kind: 'recognised', at: this.clock.now(), record });
  }

  until(ids: readonly string[], isDone: IsDone): Promise<Delivery[]> {
    return this.waits.until(ids, isDone);
  }

  trouble(): Trouble | null {
    return this.troubles.at(this.parts.clock.now());
  }

  private troubledMs(): number {
    const trouble = this.trouble();
    return trouble === null ? 0 : this.parts.clock.now() - trouble.since;
  }

  private happen(id: string, event: DeliveryEvent): Delivery | null {
    const state = happen(this.parts.store, id, event);
    this.step();
    return state === null ? null : (this.parts.store.find(id)?.delivery ?? null);
  }

  /** Does what is due and sleeps until something is due again. */
  private step(): void {
    if (!this.isRunning) return;
    const restMs = this.timing.watchMs * idleWatchFactor;
    const retryAt = this.parts.clock.now() + restMs;
    try {
      this.followClock();
      this.uploads.giveUpLost();
      this.uploads.startDue();
    } catch (error) {
      this.failed(error, retryAt);
    }
    try {
      this.publish();
      this.poller.pollIfDue();
      this.sleep(this.untilNextMs());
    } catch (error) {
      this.failed(error, retryAt);
      this.sleep(restMs);
    }
  }

  private failed(error: unknown, retryAt: number): void {
    this.troubles.note(error, this.parts.clock.now(), retryAt);
    this.parts.onError?.(error);
  }

  private untilNextMs(): number {
    const now = this.clock.now();
    const due = [this.uploads.dueAt(), this.poller.dueAt()].filter((at) => at !== null);
    const isIdle = due.length === 0 && this.waits.isEmpty;
    const watchMs = isIdle ? this.timing.watchMs * idleWatchFactor : this.timing.watchMs;
    return Math.max(0, Math.min(watchMs, ...due.map((at) => at - now)));
  }

  private sleep(ms: number): void {
    this.cancelTimer();
    if (this.isRunning) this.cancelTimer = this.parts.clock.setTimer(ms, () => this.step());
  }

  /** Tells the time; before that, where the clock was set, has what is to happen after a while still do so. */
  private followingClock(): Clock {
    const { clock } = this.parts;
    return {
      now: () => {
        this.followClock();
        return clock.now();
      },
      bootedAt: () => clock.bootedAt(),
      setTimer: (ms, callback) => clock.setTimer(ms, callback),
      random: clock.random,
    };
  }

  private followClock(): void {
    const today = momentOf(this.parts.clock);
    const { followed } = this;
    const setMs = followed === null ? 0 : setWhileRunningBy(followed, today);
    if (followed !== null && setMs === 0) return;
    try {
      this.parts.store.followClock(today, followed);
    } catch (error) {
      this.failed(error, today.now + this.timing.watchMs * idleWatchFactor);
      return;
    }
    this.followed = today;
    this.troubles.followClock(setMs);
    this.uploads.followClock(setMs);
    this.poller.followClock(setMs);
  }

  private publish(): void {
    const { store, onChange } = this.parts;
    const pausedAt = store.pausedAt();
    const { deliveries, revision } = store.changedSince(this.revision);
    this.revision = revision;
    const troubledSince = this.trouble()?.since ?? null;
    const isNews = pausedAt !== this.wasPausedAt || troubledSince !== this.wasTroubledSince;
    this.wasPausedAt = pausedAt;
    this.wasTroubledSince = troubledSince;
    if (deliveries.length > 0 || isNews) onChange(deliveries);
    this.waits.check();
  }
}
