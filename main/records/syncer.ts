import type { ApiClient } from '../../app/api/client';
import { failureOf } from '../../app/api/failure-of';
import type { HistoryPage } from '../../app/api/history-answer';
import type { Failure } from '../../app/failure';
import { lookAgainMs, lookGapMs } from '../../app/history/look-schedule';
import { obstacleOf } from '../../app/history/sync-failure';
import {
  gapsToRead,
  progressOf,
  readAgainEveryMs,
  readAgainMs,
  type Reach,
  wantedSince,
} from '../../app/history/sync-plan';
import type { SyncStatus } from '../../app/history/sync-status';
import type { TimeSpan } from '../../app/history/time-span';
import { beginWalk, pageLimit, requestOf, skip, type Step, stepWith, type Walk } from '../../app/history/walk';
import { completeSince } from '../../app/history/spans';
import type { Clock } from '../../app/outbox/ports';
import { failureOfThrow } from '../failure-of-throw';
import { reportError } from '../report-error';
import type { KeptPage } from '../storage/records/record-writes';
import { createPause } from './pause';
import type { SyncStore } from './sync-store';

export interface SyncerParts {
  readonly api: Pick<ApiClient, 'listHistory'>;
  readonly store: SyncStore;
  readonly counts: () => { readonly records: number; readonly unread: number };
  readonly reach: () => Omit<Reach, 'furtherSince'>;
  readonly clock: Clock;
  readonly onStatus: (status: SyncStatus) => void;
  readonly onKept: (kept: KeptPage) => void;
  /** A gap was read to its end: what came in with it can be told at once. */
  readonly onGapRead: () => void;
  /** Everything was read. */
  readonly onRead: () => Promise<void>;
}

/** When to give up instead of waiting on. */
export interface Patience {
  readonly failuresInARow: number;
  readonly longestWaitMs: number;
}

export interface Syncer {
  /** Reads now, and from then on looks for what is new from time to time. */
  start(): void;
  stop(): Promise<void>;
  /** The network is back, the key has changed, the user wants to see: no waiting any longer. */
  wake(): void;
  /** Also reads back to `since`. */
  reachBack(since: number): void;
  /** Reads everything that is missing, once; the failure that it had to give up for. */
  readOnce(patience: Patience): Promise<Failure | null>;
  status(): SyncStatus;
}

const endless: Patience = { failuresInARow: Infinity, longestWaitMs: Infinity };
const mostTries = 4;
const mostSkips = 2;
const lookAgainAfterStopMs = 900_000;

export const createSyncer = (parts: SyncerParts): Syncer => new RecordSyncer(parts);

class RecordSyncer implements Syncer {
  private readonly pause;
  private readonly giveUp = new AbortController();
  private state: SyncStatus['state'] = { kind: 'idle', nextLookAt: null };
  private isStopped = false;
  private isRunning = false;
  private lookSoon = false;
  private finished: Promise<void> = Promise.resolve();
  private newsAt: number;
  private failures = 0;
  private readonly count = { requests: 0, unusableEntries: 0, unreadSpans: 0 };

  constructor(private readonly parts: SyncerParts) {
    this.pause = createPause(parts.clock);
    this.newsAt = parts.clock.now();
  }

  start(): void {
    if (this.isRunning) return;
    this.isRunning = true;
    this.finished = this.run();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.giveUp.abort();
    this.pause.end();
    await this.finished;
  }

  wake(): void {
    this.newsAt = this.parts.clock.now();
    this.failures = 0;
    this.lookSoon = true;
    this.pause.end();
  }

  reachBack(since: number): void {
    const { store } = this.parts;
    store.setFact('furtherSince', Math.min(since, store.fact('furtherSince') ?? Infinity));
  }

  status(): SyncStatus {
    const { clock, counts, store } = this.parts;
    const now = clock.now();
    const since = this.wantedSince(now);
    const covered = store.covered();
    const { records, unread } = counts();
    return {
      state: this.state,
      completeSince:
        covered.length === 0 ? null : completeSince(covered, { from: since, until: covered.at(-1)?.until ?? now }),
      wantedSince: since,
      progress: progressOf(covered, since, now),
      recordCount: records,
      unreadCount: unread,
      lastReadAt: store.fact('lastReadAt'),
      ...this.count,
    };
  }

  async readOnce(patience: Patience): Promise<Failure | null> {
    this.enter({ kind: 'reading' });
    const failure = await this.read(patience);
    this.enter(failure === null ? { kind: 'idle', nextLookAt: null } : { kind: 'stopped', failure });
    return failure;
  }

  private async run(): Promise<void> {
    while (!this.isStopped) {
      this.lookSoon = false;
      this.enter({ kind: 'reading' });
      const failure = await this.read(endless).catch(unforeseen);
      if (this.isEnded()) return;
      await this.rest(failure);
    }
  }

  /** `stop` may have been called during any await. */
  private isEnded(): boolean {
    return this.isStopped;
  }

  private async rest(failure: Failure | null): Promise<void> {
    const { clock } = this.parts;
    const gapMs = failure === null ? lookGapMs(clock.now() - this.newsAt, clock.random) : lookAgainAfterStopMs;
    if (failure === null) this.enter({ kind: 'idle', nextLookAt: clock.now() + gapMs });
    else if (obstacleOf(failure) === 'stop') this.enter({ kind: 'stopped', failure });
    else this.enter({ kind: 'waiting', until: clock.now() + gapMs, failure });
    if (!this.lookSoon) await this.pause.wait(gapMs);
  }

  private async read(patience: Patience): Promise<Failure | null> {
    const { clock, store, onGapRead, onRead } = this.parts;
    const startedAt = clock.now();
    const readAgain = startedAt - (store.fact('readAgainAt') ?? 0) >= readAgainEveryMs;
    if (readAgain) store.uncover({ from: startedAt - readAgainMs, until: startedAt });
    this.count.unreadSpans = 0;
    const reading: Reading = { patience, skips: 0, failure: null };
    for (const gap of gapsToRead(store.covered(), this.wantedSince(startedAt), startedAt)) {
      const failure = await this.readGap(gap, reading);
      onGapRead();
      if (failure !== null || this.isStopped) return failure;
    }
    if (reading.failure !== null) return reading.failure;
    if (readAgain) store.setFact('readAgainAt', startedAt);
    store.setFact('lastReadAt', clock.now());
    await onRead();
    return null;
  }

  private async readGap(gap: TimeSpan, reading: Reading): Promise<Failure | null> {
    let walk: Walk | null = beginWalk(gap);
    while (walk !== null && !this.isStopped) {
      const request = requestOf(walk);
      const askedAt = this.parts.clock.now();
      const answer = await this.ask(walk, reading.patience);
      if (answer.kind === 'failed') return answer.failure;
      if (answer.kind === 'passedOver') {
        reading.skips += 1;
        reading.failure = answer.failure;
        if (reading.skips >= mostSkips) return answer.failure;
      } else reading.skips = 0;
      const step: Step = answer.kind === 'passedOver' ? skip(walk) : stepWith(walk, answer.page);
      if (step.doubtful !== null) this.count.unreadSpans += 1;
      if (answer.kind === 'page') this.keep(answer.page, askedAt, request.until, step.covered);
      walk = step.walk;
    }
    return null;
  }

  private keep(page: HistoryPage, askedAt: number, until: number, covered: TimeSpan | null): void {
    const { store, onKept, clock } = this.parts;
    const kept = store.keepPage({ page, askedAt, until, covered });
    this.count.unusableEntries += page.unusable;
    if (kept.added.length > 0) this.newsAt = clock.now();
    onKept(kept);
    this.parts.onStatus(this.status());
  }

  /** One request, as often as it takes. */
  private async ask(walk: Walk, patience: Patience): Promise<Answer> {
    const { since, until, page } = requestOf(walk);
    for (let tries = 1; ; tries++) {
      this.count.requests += 1;
      const answer = await this.parts.api
        .listHistory({ since, until }, { limit: pageLimit, page }, { signal: this.giveUp.signal })
        .then(
          (read) => ({ kind: 'page', page: read }) as const,
          (error: unknown) => ({ kind: 'failed', failure: failureOf(error) }) as const,
        );
      if (answer.kind === 'page') {
        this.failures = 0;
        this.enter({ kind: 'reading' });
        return answer;
      }
      const obstacle = obstacleOf(answer.failure);
      if (obstacle === 'stop' || this.isEnded()) return answer;
      if (obstacle === 'spoilt' && tries >= mostTries) return { kind: 'passedOver', failure: answer.failure };
      if (!(await this.waitAfter(answer.failure, patience)) || this.isEnded()) return answer;
    }
  }

  /** `false` where the patience is at its end. */
  private async waitAfter(failure: Failure, patience: Patience): Promise<boolean> {
    const { clock } = this.parts;
    this.failures += 1;
    const retryAfter = failure.kind === 'rateLimited' ? failure.retryAfterSeconds : null;
    const waitMs = lookAgainMs(this.failures, retryAfter, clock.random);
    if (this.failures >= patience.failuresInARow || waitMs > patience.longestWaitMs) return false;
    this.enter({ kind: 'waiting', until: clock.now() + waitMs, failure });
    await this.pause.wait(waitMs);
    return true;
  }

  private wantedSince(now: number): number {
    const { reach, store } = this.parts;
    return wantedSince(now, { ...reach(), furtherSince: store.fact('furtherSince') });
  }

  private enter(state: SyncStatus['state']): void {
    const isSame = state.kind === 'reading' && this.state.kind === 'reading';
    this.state = state;
    if (!isSame) this.parts.onStatus(this.status());
  }
}

interface Reading {
  readonly patience: Patience;
  /** Windows in a row that were passed over. */
  skips: number;
  /** Why the last of them was. */
  failure: Failure | null;
}

type Answer =
  | { readonly kind: 'page'; readonly page: HistoryPage }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** The service fails at this request, and maybe only at this one. */
  | { readonly kind: 'passedOver'; readonly failure: Failure };

/** The sync goes on after an error of its own, which is heard of where it is a bug. */
function unforeseen(error: unknown): Failure {
  const failure = failureOfThrow(error);
  if (failure.kind === 'unexpected') reportError(error);
  return failure;
}
