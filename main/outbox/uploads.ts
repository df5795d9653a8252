import type { UploadProgress } from '../../app/contract';
import { momentOf, byClockOf } from '../../app/outbox/own-clock';
import type { Moment } from '../../app/outbox/own-clock';
import { officeMoment } from '../../app/outbox/office-hours';
import type { Clock, ExchangePort, PostEnd, Scope, Spool, Spooled } from '../../app/outbox/ports';
import type { PostOutcome } from '../../app/outbox/post-outcome';
import type { Policy } from '../../app/outbox/retry';
import { backoffMs, rateLimitWaitMs, settleGapMs } from '../../app/outbox/schedule';
import type { Timing } from '../../app/outbox/schedule';
import type { DeliveryEvent } from '../../app/outbox/transition';
import { DocumentLostError } from '../storage/document-spool';
import { happen } from './changing';
import type { Owner } from './owner';

interface UploadsParts {
  readonly store: Spool;
  readonly exchange: Pick<ExchangePort<AbortSignal>, 'send'>;
  readonly classify: (error: unknown) => PostOutcome;
  readonly clock: Clock;
  readonly timing: Timing;
  readonly policy: () => Policy;
  readonly only: Scope;
  readonly owner: Owner;
  readonly onProgress: (progress: UploadProgress) => void;
  /** Called whenever a delivery may have changed. */
  readonly onChanged: () => void;
  readonly onAccepted: () => void;
  /** `retryAt`: when what failed is tried again. */
  readonly onError: (error: unknown, retryAt: number) => void;
}

interface Upload {
  readonly abort: AbortController;
  readonly done: Promise<void>;
}

const mostUploads = 2;
/** How long a delivery rests when this machine itself is in the way: a full disk, too many open files. */
const localTroubleMs = 5_000;

/** Claims queued deliveries and posts them, two at a time (D2, D3, D6). */
export class Uploads {
  private readonly running = new Map<string, Upload>();
  private readonly restUntil = new Map<string, number>();
  /** What ends the pauses of those that wait to write down how their POST ended. */
  private readonly pauses = new Set<() => void>();
  private failures = 0;
  private isStopped = false;

  constructor(private readonly parts: UploadsParts) {}

  /** When the next may start that could not start now; `null` when all places are taken, the queue is paused or nothing waits. */
  dueAt(): number | null {
    const { store, clock, only } = this.parts;
    if (this.running.size >= mostUploads || store.pausedAt() !== null) return null;
    const now = clock.now();
    const resting = [...this.restUntil.values()].filter((until) => until > now);
    const times = [store.nextDueAfter(now, only), ...resting].filter((at) => at !== null);
    return times.length === 0 ? null : Math.min(...times);
  }

  startDue(): void {
    if (this.isStopped || this.running.size >= mostUploads || this.parts.store.pausedAt() !== null) return;
    for (const spooled of this.startable()) {
      if (this.running.size >= mostUploads) return;
      const { id } = spooled.delivery;
      const abort = new AbortController();
      // The place is taken before the work begins, which may end in the same breath.
      this.running.set(id, { abort, done: Promise.resolve() });
      this.running.set(id, { abort, done: this.work(spooled, abort.signal) });
    }
  }

  /** A POST that dies with its process leaves nobody knowing (D3): what its lease no longer covers is unconfirmed. */
  giveUpLost(): void {
    const { clock, store, timing } = this.parts;
    for (const { delivery } of store.sending().filter((each) => this.isLost(each))) {
      const spooled = store.find(delivery.id);
      const at = clock.now();
      const event: DeliveryEvent = { kind: 'outcomeUnknown', at, nextCheckAt: at + settleGapMs(timing, 0) };
      const end: PostEnd = { at: lostBy(spooled, momentOf(clock)), outcome: 'unknown' };
      happen(store, delivery.id, event, { end, isFor: (current) => this.isLost(current) });
    }
  }

  /** The clock was set forward by so much. */
  followClock(setMs: number): void {
    for (const [id, until] of this.restUntil) this.restUntil.set(id, until + setMs);
  }

  cancel(id: string): void {
    this.running.get(id)?.abort.abort();
  }

  /** Begins nothing more and waits until it is written down how what is under way ended; `abort` breaks it off. */
  async stop(how: 'finish' | 'abort'): Promise<void> {
    this.isStopped = true;
    const all = [...this.running.values()];
    if (how === 'abort') for (const { abort } of all) abort.abort();
    for (const end of this.pauses) end();
    await Promise.all(all.map(({ done }) => done));
  }

  /** What is due, not at work and not resting; what the closed office keeps from it is put off. */
  private startable(): Spooled[] {
    const { store, clock, policy, only } = this.parts;
    const now = clock.now();
    for (const [id, until] of this.restUntil) if (until <= now) this.restUntil.delete(id);
    const find = (): Spooled[] =>
      store
        .due(now, mostUploads + this.running.size + this.restUntil.size, only)
        .filter(({ delivery: { id } }) => !this.running.has(id) && !this.restUntil.has(id));
    const found = find();
    if (!found.some(({ delivery }) => delivery.officeHoursOnly)) return found;
    const opensAt = officeMoment(policy().officeHours, now);
    if (opensAt <= now) return found;
    store.holdForOffice(now, opensAt);
    return find();
  }

  private isLost({ delivery, lease }: Spooled): boolean {
    if (delivery.state.kind !== 'sending' || this.running.has(delivery.id)) return false;
    const { clock, owner } = this.parts;
    return lease === null || lease.until < clock.now() || !owner.mayBeAlive(lease.owner);
  }

  private async work(queued: Spooled, signal: AbortSignal): Promise<void> {
    const { id } = queued.delivery;
    try {
      await this.send(queued, signal);
    } catch (error) {
      const until = this.parts.clock.now() + localTroubleMs;
      this.restUntil.set(id, until);
      this.parts.onError(error, until);
    } finally {
      this.running.delete(id);
      if (!this.isStopped) this.parts.onChanged();
    }
  }

  private async send(queued: Spooled, signal: AbortSignal): Promise<void> {
    const { store, clock } = this.parts;
    const pdf = await this.read(queued);
    if (signal.aborted) return;
    const claimed = store.claim(queued.delivery.id, this.lease(), momentOf(clock));
    if (claimed === null) return;
    this.parts.onChanged();
    if (pdf === null) {
      this.finish(claimed, documentLost);
      return;
    }
    let isWhole = false;
    const stopRenewing = this.keepRenewing(claimed, () => isWhole);
    const onWhole = (): void => void (isWhole = true);
    try {
      await this.writeDown(claimed, await this.post(claimed, pdf, { signal, onWhole }));
    } finally {
      stopRenewing();
    }
  }

  /** `null`: the document is lost. */
  private async read({ delivery }: Spooled): Promise<Uint8Array | null> {
    try {
      return await this.parts.store.readDocument(delivery.documentSha256);
    } catch (error) {
      if (error instanceof DocumentLostError) return null;
      throw error;
    }
  }

  /** `onWhole`: all of it has left. */
  private async post(
    { delivery }: Spooled,
    pdf: Uint8Array,
    { signal, onWhole }: { readonly signal: AbortSignal; readonly onWhole: () => void },
  ): Promise<PostEnding> {
    const { exchange, classify, onProgress } = this.parts;
    const tell = (sentBytes: number, totalBytes: number): void => {
      if (sentBytes >= totalBytes) onWhole();
      onProgress({ deliveryId: delivery.id, sentBytes, totalBytes });
    };
    try {
      const orderId = await exchange.send(delivery, pdf, { signal, onProgress: tell });
      return { kind: 'accepted', orderId };
    } catch (error) {
      return classify(error);
    }
  }

  /** How a POST ended is known here alone: where it can't be written, as on a full disk, that is tried until it can be. */
  private async writeDown(claimed: Spooled, ending: PostEnding): Promise<void> {
    for (;;) {
      try {
        this.finish(claimed, ending);
        return;
      } catch (error) {
        if (this.isStopped) throw error;
        this.parts.onError(error, this.parts.clock.now() + localTroubleMs);
        await this.pause(localTroubleMs);
      }
    }
  }

  /** Ends early where all is to end. */
  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        cancel();
        this.pauses.delete(end);
        resolve();
      };
      const cancel = this.parts.clock.setTimer(ms, end);
      this.pauses.add(end);
    });
  }

  private finish(claimed: Spooled, ending: PostEnding): void {
    const { store, clock, onAccepted } = this.parts;
    const { id } = claimed.delivery;
    const at = clock.now();
    const event = this.eventOf(ending, at);
    const isFor = (current: Spooled): boolean => current.post?.startedAt === claimed.post?.startedAt;
    const end = postEndOf(ending, byClockOf(claimed.post, momentOf(clock)));
    const state = happen(store, id, event, { end, isFor });
    if (ending.kind === 'accepted' && state === null && claimed.post) store.keepOrder(id, claimed.post, ending.orderId);
    this.learnReach(ending, event, at);
    if (ending.kind === 'accepted') onAccepted();
  }

  private eventOf(ending: PostEnding, at: number): DeliveryEvent {
    const { clock, timing } = this.parts;
    switch (ending.kind) {
      case 'accepted':
        return { kind: 'accepted', at, orderId: ending.orderId };
      case 'refused':
        return { kind: 'refused', at, status: ending.status, message: ending.message };
      case 'unknown':
        return { kind: 'outcomeUnknown', at, nextCheckAt: at + settleGapMs(timing, 0) };
      case 'rateLimited': {
        const waitMs = rateLimitWaitMs(ending.retryAfterSeconds, this.failures + 1, clock.random);
        return { kind: 'notSent', at, waitingFor: 'rateLimit', retryAt: at + waitMs };
      }
      case 'notSent': {
        if (ending.why === 'cancelled') return { kind: 'notSent', at, waitingFor: 'turn', retryAt: at };
        const retryAt = at + backoffMs(this.failures + 1, clock.random);
        return { kind: 'notSent', at, waitingFor: 'network', retryAt };
      }
    }
  }

  /** What one POST met, the others would meet too: they wait, and go on when one got through (D7). */
  private learnReach(ending: PostEnding, event: DeliveryEvent, at: number): void {
    const { store } = this.parts;
    if (event.kind === 'notSent' && event.waitingFor !== 'turn') {
      this.failures += 1;
      store.postpone(event.waitingFor, at, event.retryAt);
      return;
    }
    if (ending.kind !== 'accepted' && ending.kind !== 'refused') return;
    if (this.failures > 0) store.hasten(at);
    this.failures = 0;
  }

  private lease() {
    return { owner: this.parts.owner.id, until: this.parts.clock.now() + this.parts.timing.leaseMs };
  }

  /**
   * Also hears of a cancellation that another process wrote down, and of one that took this upload for lost, as after a
   * long sleep: it looks for the fax and may send it again, so what has not left as a whole must not leave any more.
   */
  private keepRenewing({ delivery: { id } }: Spooled, isWhole: () => boolean): () => void {
    const { clock, store, timing, onError } = this.parts;
    let stop = (): void => undefined;
    const renew = (): void => {
      try {
        const renewed = store.renew(id, this.lease());
        const state = renewed?.delivery.state;
        const isCancelled = state?.kind === 'sending' && state.cancelRequested === true;
        if (isCancelled || (renewed === null && !isWhole())) this.cancel(id);
      } catch (error) {
        onError(error, clock.now() + timing.leaseMs / 3);
      }
      stop = clock.setTimer(timing.leaseMs / 3, renew);
    };
    stop = clock.setTimer(timing.leaseMs / 3, renew);
    return () => stop();
  }
}

/** Nobody waited for the answer after this, by the clock as it was when the POST began. */
function lostBy(spooled: Spooled | null, today: Moment): number {
  const at = byClockOf(spooled?.post ?? null, today);
  const { lease = null, post = null } = spooled ?? {};
  const isByThatClock = at === today.now && lease !== null && lease.until >= (post?.startedAt ?? 0);
  return isByThatClock ? Math.min(at, lease.until) : at;
}

type PostEnding = PostOutcome | { readonly kind: 'accepted'; readonly orderId: string };

const documentLost: PostEnding = { kind: 'refused', status: 0, message: 'The document is missing or damaged.' };

function postEndOf(ending: PostEnding, at: number): PostEnd {
  if (ending.kind === 'accepted') return { at, outcome: 'accepted', orderId: ending.orderId };
  return { at, outcome: ending.kind === 'rateLimited' ? 'notSent' : ending.kind };
}
