import type { FaxRecord, PendingOrder } from '../../../app/api/entities';
import { formatStamp } from '../../../app/api/stamps';
import type { Delivery } from '../../../app/outbox/delivery';
import type { ExchangePort } from '../../../app/outbox/ports';
import type { PostOutcome } from '../../../app/outbox/post-outcome';
import type { FakeClock } from './fake-clock';

/**
 * What becomes of a POST. `lostBefore`, `lostAfter`: the connection breaks before or after the order is made;
 * `lostLate`: it breaks, and the order is made ten seconds later; `slow`: answered after 40 seconds.
 */
export type Fate = 'accept' | 'refuse' | 'rateLimit' | 'unreachable' | 'lostBefore' | 'lostAfter' | 'lostLate' | 'slow';

export interface Behaviour {
  /** Fates of the POSTs, in turn; afterwards all are accepted. */
  readonly fates?: readonly Fate[];
  /** How far its clock is ahead. */
  readonly aheadMs?: number;
  readonly uploadMs?: number;
  readonly callMs?: number;
  /** How long after the order left the pending list its record appears. */
  readonly recordLagMs?: number;
  readonly isBusy?: boolean;
  /** So many calls find the line busy, the others don't. */
  readonly busyCalls?: number;
}

/** An error of the fake line, which carries what it means. */
class Fault extends Error {
  override readonly name = 'Fault';
  constructor(readonly outcome: PostOutcome) {
    super(`The fake exchange was told to answer ${outcome.kind}.`);
  }
}

export const classifyFault = (error: unknown): PostOutcome =>
  error instanceof Fault ? error.outcome : { kind: 'unknown' };

interface Order {
  readonly id: string;
  readonly deliveryId: string;
  readonly sender: string;
  readonly recipient: string;
  readonly pages: number;
  readonly madeAt: number;
  readonly endsAt: number;
  readonly isBusy: boolean;
}

const network = new Fault({ kind: 'notSent', why: 'network' });
const unknown = new Fault({ kind: 'unknown' });

/** The model of an exchange: what it accepted is what a test holds the outbox to. */
export class FakeExchange implements ExchangePort<AbortSignal> {
  readonly orders: Order[] = [];
  posts = 0;
  lists = 0;
  uploading = 0;
  mostUploading = 0;
  isReachable = true;
  retryAfterSeconds: number | null = null;
  private readonly fates: Fate[];

  constructor(
    private readonly clock: FakeClock,
    private readonly behaviour: Behaviour = {},
  ) {
    this.fates = [...(behaviour.fates ?? [])];
  }

  /** How many orders the exchange took for one delivery: more than one is a fax sent twice. */
  ordersOf(deliveryId: string): number {
    return this.orders.filter((order) => order.deliveryId === deliveryId).length;
  }

  async send(
    delivery: Delivery,
    pdf: Uint8Array,
    { signal, onProgress }: Parameters<ExchangePort<AbortSignal>['send']>[2],
  ): Promise<string> {
    this.posts += 1;
    if (!this.isReachable) throw network;
    this.uploading += 1;
    this.mostUploading = Math.max(this.mostUploading, this.uploading);
    try {
      onProgress(pdf.length / 2, pdf.length);
      await Promise.race([this.clock.wait(this.behaviour.uploadMs ?? 500), aborted(signal)]);
    } finally {
      this.uploading -= 1;
    }
    return this.meet(this.fates.shift() ?? 'accept', delivery);
  }

  async listPending(): Promise<PendingOrder[]> {
    await this.answerList();
    return this.orders.filter(({ endsAt }) => endsAt > this.clock.time).map((order) => this.pendingOf(order));
  }

  async listRecords(since: number): Promise<FaxRecord[]> {
    await this.answerList();
    const lag = this.behaviour.recordLagMs ?? 0;
    return this.orders
      .filter(({ madeAt, endsAt }) => endsAt + lag <= this.clock.time && madeAt + this.aheadMs >= since)
      .map((order) => this.recordOf(order));
  }

  /** Someone else's fax to the same number. */
  makeOrder(recipient: string, deliveryId = 'foreign', pages = 2): Order {
    const madeAt = this.clock.time;
    const endsAt = madeAt + (this.behaviour.callMs ?? 30_000);
    const { isBusy = false, busyCalls = 0 } = this.behaviour;
    const order = {
      id: String(20212 + this.orders.length),
      deliveryId,
      sender: '',
      recipient,
      pages,
      madeAt,
      endsAt,
      isBusy: isBusy || this.orders.length < busyCalls,
    };
    this.orders.push(order);
    return order;
  }

  private async meet(fate: Fate, delivery: Delivery): Promise<string> {
    const make = (): string => this.makeOrder(delivery.recipient, delivery.id, delivery.pageCount).id;
    switch (fate) {
      case 'accept':
        return make();
      case 'slow': {
        const id = make();
        await this.clock.wait(40_000);
        return id;
      }
      case 'refuse':
        throw new Fault({ kind: 'refused', status: 400, message: 'invalid base64' });
      case 'rateLimit':
        throw new Fault({ kind: 'rateLimited', retryAfterSeconds: this.retryAfterSeconds });
      case 'unreachable':
        throw network;
      case 'lostBefore':
        throw unknown;
      case 'lostAfter':
        make();
        throw unknown;
      case 'lostLate':
        this.clock.setTimer(10_000, make);
        throw unknown;
    }
  }

  private async answerList(): Promise<void> {
    this.lists += 1;
    await this.clock.wait(20);
    if (!this.isReachable) throw network;
  }

  private get aheadMs(): number {
    return this.behaviour.aheadMs ?? 0;
  }

  private stamp(at: number): string {
    return formatStamp(at + this.aheadMs);
  }

  private pendingOf({ id, sender, recipient, madeAt }: Order): PendingOrder {
    return { orderId: id, createdAt: this.stamp(madeAt), sender, recipient, status: 'Bekliyor' };
  }

  private recordOf({ id, sender, recipient, pages, madeAt, endsAt, isBusy }: Order): FaxRecord {
    const success = !isBusy;
    return {
      callUuid: `call ${id}`,
      direction: 'outbound',
      sender,
      recipient,
      header: '',
      pagesCount: success ? `${pages} / ${pages}` : `0 / ${pages}`,
      pagesSent: success ? pages : 0,
      pagesTotal: pages,
      transferRateBps: 14400,
      startStamp: this.stamp(madeAt + 1_000),
      answerStamp: null,
      endStamp: this.stamp(endsAt),
      durationSeconds: Math.round((endsAt - madeAt) / 1000),
      success,
      result: success ? 'Başarılı' : 'Meşgul',
    };
  }
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(unknown)));
