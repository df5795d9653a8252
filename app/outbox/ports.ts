import type { FaxRecord, PendingOrder } from '../api/entities';
import type { Delivery, DeliveryState } from './delivery';
import type { Moment } from './own-clock';
import type { Random } from './schedule';
import type { ClockOffset, LearntOffset } from './service-clock';
import type { Turnaround } from './settling';

/**
 * A delivery's last POST. Epoch milliseconds, by the clock as it was at its start; `endedAt` is `null` while it is under
 * way or when its process died.
 */
export interface Post {
  readonly startedAt: number;
  /** When the machine was started, by the clock as it was then; `null` where an older version did not note it. */
  readonly bootedAt: number | null;
  readonly endedAt: number | null;
  /** The service itself answered with the order id. */
  readonly answered: boolean;
}

/** Who is sending a delivery, and until when that is believed without a sign of life (D6). */
export interface Lease {
  readonly owner: string;
  readonly until: number;
}

/** A delivery as the spool keeps it. */
export interface Spooled {
  readonly delivery: Delivery;
  /** Grows with every change in the spool, so that a change made on an old copy is noticed. */
  readonly revision: number;
  readonly post: Post | null;
  readonly lease: Lease | null;
  /** Whether a call that is busy or not answered may be tried again. */
  readonly retry: boolean;
}

/** How the POST under way ended; goes into the delivery's attempts with the change of state. */
export interface PostEnd {
  /** By the clock as it was when the POST began. */
  readonly at: number;
  readonly outcome: 'accepted' | 'found' | 'refused' | 'notSent' | 'unknown';
  readonly orderId?: string;
}

/** The deliveries a process works on, by id, as they are at the moment; `null`: all. */
export type Scope = ReadonlySet<string> | null;

/** `stale`: someone changed the delivery first. `taken`: another delivery owns the order or the record (D5). */
export type Change = 'changed' | 'stale' | 'taken';

/** The spool of one exchange. Other exchanges' deliveries are never seen through it, so never sent to this one. */
export interface Spool {
  find(id: string): Spooled | null;
  /** Every delivery that is not final, oldest first. */
  open(): Spooled[];
  /** Those of them that may own an order or a record: all but what is queued. */
  inFlight(): Spooled[];
  /** What any process is sending. */
  sending(): Spooled[];
  /** What is queued and due at `at`, oldest first, at most `limit`. */
  due(at: number, limit: number, only: Scope): Spooled[];
  /** When the next that is queued and not yet due at `at` will be; `null` where there is none. */
  nextDueAfter(at: number, only: Scope): number | null;
  /** Whether anything is accepted, and when the next unconfirmed delivery is to be looked for. */
  followed(only: Scope): { readonly anyAccepted: boolean; readonly nextCheckAt: number | null };
  /** When the user paused the queue; `null`: it runs. While it is paused, nothing can be claimed. */
  pausedAt(): number | null;
  /** What anybody changed after `revision`, and the newest revision. */
  changedSince(revision: number): { readonly deliveries: Delivery[]; readonly revision: number };
  /** One atomic statement (D6), committed before it returns (D2); `null` if it is not queued and due, or someone was faster. */
  claim(id: string, lease: Lease, moment: Moment): Spooled | null;
  /** `null` when the delivery is no longer this owner's. */
  renew(id: string, lease: Lease): Spooled | null;
  change(from: Spooled, to: DeliveryState, end?: PostEnd): Change;
  /** Remembers the order a POST was answered with too late to matter, so that no delivery takes it for its own. */
  keepOrder(deliveryId: string, post: Post, orderId: string): void;
  /** Makes everything that is queued and due wait: the network or the service is the same for all. */
  postpone(waitingFor: 'network' | 'rateLimit', from: number, until: number): void;
  /** The network is back: what waits for it is due now. */
  hasten(at: number): void;
  /** Makes what is queued, due and for office hours only wait until the office opens. */
  holdForOffice(at: number, until: number): void;
  /**
   * This machine's clock may have been set: what is open is told by it as it is today (`state-today.ts`). `seen`: when
   * this process last looked at it.
   */
  followClock(today: Moment, seen: Moment | null): void;
  /** One transaction for all that `work` reads and changes; no other process changes anything meanwhile. */
  together<T>(work: () => T): T;
  taken(orderIds: readonly string[], callUuids: readonly string[]): Taken;
  /** Of the latest faxes that the service answered for and that were delivered. */
  turnarounds(): Turnaround[];
  clockOffset(): LearntOffset | null;
  saveClockOffset(offset: ClockOffset, moment: Moment): void;
  readDocument(sha256: string): Promise<Uint8Array>;
}

/** Order ids and `call_uuid`s that deliveries own. */
export interface Taken {
  readonly orders: ReadonlySet<string>;
  readonly records: ReadonlySet<string>;
}

/** The calls the outbox makes. `TSignal`: the platform's `AbortSignal`. */
export interface ExchangePort<TSignal> {
  /** Answers with the order id. */
  send(
    delivery: Delivery,
    pdf: Uint8Array,
    options: { readonly signal: TSignal; readonly onProgress: (sentBytes: number, totalBytes: number) => void },
  ): Promise<string>;
  /** The whole list, every page of it. */
  listPending(): Promise<PendingOrder[]>;
  /** Every record that began at or after `since` (epoch milliseconds), every page, at least all that are not inbound. */
  listRecords(since: number): Promise<FaxRecord[]>;
}

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** When the machine was started, as `now` tells time at this moment (`own-clock.ts`). */
  bootedAt(): number;
  /** Calls back once after `ms`; the answer cancels it. */
  setTimer(ms: number, callback: () => void): () => void;
  readonly random: Random;
}
