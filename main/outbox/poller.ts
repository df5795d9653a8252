import type { FaxRecord } from '../../app/api/entities';
import type { Clock, ExchangePort, PostEnd, Scope, Spool, Spooled } from '../../app/outbox/ports';
import { byClockOf, momentOf, setWhileRunningBy } from '../../app/outbox/own-clock';
import type { Moment } from '../../app/outbox/own-clock';
import { Newcomers } from '../../app/outbox/newcomers';
import { learnFrom, learnFromRecords, planPoll } from '../../app/outbox/poll-plan';
import type { PostOutcome } from '../../app/outbox/post-outcome';
import type { Policy } from '../../app/outbox/retry';
import { reconcile } from '../../app/outbox/reconcile';
import type { Evidence, Finding } from '../../app/outbox/reconcile';
import { backoffMs, pollGapMs, rateLimitWaitMs, restAfterPollMs } from '../../app/outbox/schedule';
import type { Timing } from '../../app/outbox/schedule';
import { isSure, offsetToday } from '../../app/outbox/service-clock';
import type { ClockOffset } from '../../app/outbox/service-clock';
import type { Turnaround } from '../../app/outbox/settling';
import { canMeet, nextState } from '../../app/outbox/transition';
import type { DeliveryEvent } from '../../app/outbox/transition';

interface PollerParts {
  readonly store: Spool;
  readonly exchange: Pick<ExchangePort<AbortSignal>, 'listPending' | 'listRecords'>;
  readonly classify: (error: unknown) => PostOutcome;
  readonly clock: Clock;
  readonly timing: Timing;
  readonly policy: () => Policy;
  readonly only: Scope;
  /** Called after every poll, however it went. */
  readonly onPolled: () => void;
  /** `retryAt`: when what failed is tried again. */
  readonly onError: (error: unknown, retryAt: number) => void;
}

/** Follows all open deliveries of the exchange with one poll at a time (D4, D7). */
export class Poller {
  failedPolls = 0;
  private isPolling = false;
  private isStopped = false;
  private nextPollAt = 0;
  private notBefore = 0;
  private newsAt = 0;
  private readonly newcomers = new Newcomers();

  constructor(private readonly parts: PollerParts) {}

  /** When the next poll is due; `null` while there is nothing to follow. */
  dueAt(): number | null {
    if (this.isPolling) return null;
    const { anyAccepted, nextCheckAt } = this.parts.store.followed(this.parts.only);
    const times = [anyAccepted ? this.nextPollAt : null, nextCheckAt].filter((at) => at !== null);
    return times.length === 0 ? null : Math.max(Math.min(...times), this.notBefore);
  }

  pollIfDue(): void {
    const dueAt = this.dueAt();
    if (dueAt === null || dueAt > this.parts.clock.now() || this.isStopped) return;
    this.isPolling = true;
    void this.poll();
  }

  /** Something happened: the next look is soon. */
  hurry(): void {
    const { clock } = this.parts;
    this.newsAt = clock.now();
    this.nextPollAt = Math.min(
      Math.max(this.nextPollAt, this.newsAt),
      this.newsAt + pollGapMs(0, isSure(this.offset(momentOf(clock))), clock.random),
    );
  }

  /** The clock was set forward by so much. */
  followClock(setMs: number): void {
    this.nextPollAt += setMs;
    this.notBefore += setMs;
    this.newsAt += setMs;
  }

  /** The network is back: a wait after failures is over. */
  forgetFailures(): void {
    this.notBefore = 0;
    this.nextPollAt = 0;
  }

  stop(): void {
    this.isStopped = true;
  }

  private async poll(): Promise<void> {
    try {
      const asked = momentOf(this.parts.clock);
      const lists = await this.gather(asked);
      if (!this.isStopped) this.conclude(asked, lists);
    } catch (error) {
      this.failed(error);
    } finally {
      this.isPolling = false;
      if (!this.isStopped) this.parts.onPolled();
    }
  }

  /** In the order `Evidence` asks for. */
  private async gather(today: Moment): Promise<Lists> {
    const { store, exchange, timing } = this.parts;
    const open = store.inFlight();
    const settling = { timing, turnarounds: this.turnarounds(open) };
    const { recordsSince, recordsTwice } = planPoll(open, today, this.offset(today), settling);
    const recordsBefore = recordsSince === null ? null : await exchange.listRecords(recordsSince);
    if (recordsSince !== null) this.newcomers.note(recordsBefore ?? [], { asked: today, since: recordsSince });
    const orders = await exchange.listPending();
    const recordsAfter = recordsSince === null || !recordsTwice ? null : await exchange.listRecords(recordsSince);
    return { recordsBefore, orders, recordsAfter };
  }

  /** Reads the deliveries again: what changed while the service was asked counts. */
  private conclude(asked: Moment, lists: Lists): void {
    const { store, clock, timing, policy } = this.parts;
    const today = momentOf(clock);
    const { now } = today;
    const askedAt = asked.now + setWhileRunningBy(asked, today);
    const open = store.inFlight();
    const known = this.offset(today);
    const offset = learnFrom(known, open, lists.orders, today);
    const cameAfter = isSure(offset) ? new Map<string, number>() : this.newcomers.cameAfter(today);
    const evidence: Evidence = { ...lists, askedAt, cameAfter };
    const callUuids = [...(evidence.recordsBefore ?? []), ...(evidence.recordsAfter ?? [])].map(
      (each) => each.callUuid,
    );
    const orderIds = [...evidence.orders.map((order) => order.orderId), ...open.flatMap(sightedBy)];
    const taken = store.taken(orderIds, callUuids);
    const { retryMinutes } = policy();
    const turnarounds = this.turnarounds(open);
    const findings = reconcile(open, evidence, { ...today, offset, taken, timing, turnarounds, retryMinutes });
    this.notBefore = now + restAfterPollMs(now - evidence.askedAt);
    this.nextPollAt = now + pollGapMs(now - this.newsAt, isSure(offset), clock.random);
    const byId = new Map(open.map((spooled) => [spooled.delivery.id, spooled]));
    this.keep(learnFromRecords(offset, foundIn(findings, byId, evidence), today), known, today);
    store.together(() => {
      for (const finding of findings) this.apply(finding, byId.get(finding.deliveryId));
    });
    this.failedPolls = 0;
  }

  /** Of no use while nothing is in doubt. */
  private turnarounds(open: readonly Spooled[]): readonly Turnaround[] {
    return open.some(({ delivery: { state } }) => state.kind === 'unconfirmed') ? this.parts.store.turnarounds() : [];
  }

  /** The service's clock, by ours as it is today. */
  private offset(today: Moment): ClockOffset | null {
    return offsetToday(this.parts.store.clockOffset(), today);
  }

  private keep(offset: ClockOffset | null, known: ClockOffset | null, today: Moment): void {
    if (offset !== null && !isSame(offset, known)) this.parts.store.saveClockOffset(offset, today);
  }

  /** Made on what was read: a delivery that changed since is looked at again in the next poll. */
  private apply({ event }: Finding, spooled: Spooled | undefined): void {
    if (spooled === undefined || !canMeet(spooled.delivery.state, event)) return;
    this.parts.store.change(
      spooled,
      nextState(spooled.delivery.state, event),
      postEndOf(event, spooled, momentOf(this.parts.clock)),
    );
    if (event.kind !== 'notFoundYet') this.hurry();
  }

  private failed(error: unknown): void {
    const { clock, classify, onError } = this.parts;
    this.failedPolls += 1;
    const outcome = classify(error);
    const waitMs =
      outcome.kind === 'rateLimited'
        ? rateLimitWaitMs(outcome.retryAfterSeconds, this.failedPolls, clock.random)
        : backoffMs(this.failedPolls, clock.random);
    this.notBefore = clock.now() + waitMs;
    onError(error, this.notBefore);
  }
}

type Lists = Omit<Evidence, 'askedAt' | 'cameAfter'>;

/** The records that were found to be deliveries'. */
function foundIn(
  findings: readonly Finding[],
  byId: ReadonlyMap<string, Spooled>,
  { recordsBefore }: Evidence,
): { spooled: Spooled; record: FaxRecord }[] {
  return findings.flatMap(({ deliveryId, event }) => {
    const callUuid = event.kind === 'recordFound' ? event.record.callUuid : null;
    const record = recordsBefore?.find((each) => each.callUuid === callUuid);
    const spooled = byId.get(deliveryId);
    return record === undefined || spooled === undefined ? [] : [{ spooled, record }];
  });
}

const isSame = (a: ClockOffset, b: ClockOffset | null): boolean =>
  a.lowMs === b?.lowMs && a.highMs === b.highMs && isSure(a) === isSure(b);

const sightedBy = ({ delivery: { state } }: Spooled): readonly string[] =>
  state.kind === 'unconfirmed' ? (state.sighted ?? []) : [];

const postEndOf = (event: DeliveryEvent, { post }: Spooled, today: Moment): PostEnd | undefined =>
  event.kind === 'orderFound' ? { at: byClockOf(post, today), outcome: 'found', orderId: event.orderId } : undefined;
