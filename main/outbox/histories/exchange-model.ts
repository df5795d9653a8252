import type { FaxRecord, PendingOrder } from '../../../app/api/entities';
import type { FakeClock } from '../fakes/fake-clock';
import { listFates, postFates } from './fates';
import type { Answer, ListFate, PostEnd, PostFate } from './fates';
import { idForms, numberForms, stampForms } from './manners';
import type { IdForm, NumberForm, StampForm } from './manners';

/** How an exchange is, all its life. */
export interface Nature {
  /** What becomes of the POSTs, in turn; afterwards all are well. */
  readonly posts: readonly PostFate[];
  /** What becomes of the lists, in turn; afterwards all are well. */
  readonly lists: readonly ListFate[];
  /** How far its clock is ahead of the true time. */
  readonly aheadMs: number;
  readonly uploadMs: number;
  readonly callMs: number;
  /** How long after it was made an order shows in the pending list. */
  readonly orderLagMs: number;
  /** How long after the call its record shows; less than nothing: before the order leaves the pending list. */
  readonly recordLagMs: number;
  /** Every `n`th call meets a busy line; 0: none. */
  readonly busyEvery: number;
  /** Whether its lists tell senders and headers. */
  readonly tellsSender: boolean;
  /** Until when an order is in the pending list: until its call ends, until it is dialled, not at all. */
  readonly showsOrders: 'untilEnd' | 'untilDialled' | 'never';
  /** How much it answers at once, whatever it is asked for; `null`: everything. */
  readonly pageSize: number | null;
  readonly stampForm: StampForm;
  readonly numberForm: NumberForm;
  readonly idForm: IdForm;
}

export interface Fax {
  readonly recipient: string;
  readonly sender: string | null;
  readonly header: string;
  /** Tells documents apart. */
  readonly document: string;
  readonly pages: number;
}

export interface Order extends Fax {
  readonly id: string;
  readonly madeAt: number;
  readonly endsAt: number;
  readonly isBusy: boolean;
}

/** One request. Its process may die, its caller may give it up, the exchange may go away: the connection is cut. */
export class Connection {
  private over = false;
  private readonly onCut = new Set<() => void>();

  isCut(): boolean {
    return this.over;
  }

  cut(): void {
    this.over = true;
    for (const each of this.onCut) each();
    this.onCut.clear();
  }

  /** Lets `ms` pass; less if the connection is cut meanwhile. */
  last(clock: FakeClock, ms: number): Promise<void> {
    if (this.over) return Promise.resolve();
    return new Promise((resolve) => {
      const over = (): void => {
        cancel();
        this.onCut.delete(over);
        resolve();
      };
      const cancel = clock.setTimer(ms, over);
      this.onCut.add(over);
    });
  }
}

export type ModelAnswer = Answer | { readonly kind: 'neverLeft' } | { readonly kind: 'lost' };

/** An order waits so long for its call where it leaves the pending list with that. */
const dialledAfterMs = 1_500;

/** The call made of an order. */
export const callOf = (orderId: string): string => `call-${orderId}`;

/** The model of an exchange: what it accepted is what the outbox is held to. */
export class ExchangeModel {
  readonly orders: Order[] = [];
  posts = 0;
  lists = 0;
  isReachable = true;
  private readonly postFates: PostFate[];
  private readonly listFates: ListFate[];
  private readonly connections = new Set<Connection>();
  private readonly recordsWritten = new Map<string, FaxRecord>();

  constructor(
    readonly clock: FakeClock,
    readonly nature: Nature,
  ) {
    this.postFates = [...nature.posts];
    this.listFates = [...nature.lists];
  }

  /** `onHalf` is called when half of the body is sent. */
  async post(fax: Fax, connection: Connection, onHalf: () => void): Promise<ModelAnswer> {
    this.posts += 1;
    if (!this.isReachable) return { kind: 'neverLeft' };
    const fate = postFates[this.postFates.shift() ?? 'accept'];
    const { answer } = fate;
    if (answer === 'neverLeft') return { kind: 'neverLeft' };
    return this.during(connection, async () => {
      const { uploadMs } = this.nature;
      await connection.last(this.clock, uploadMs / 2);
      if (connection.isCut() || fate.order === 'cutUpload') return { kind: 'lost' };
      onHalf();
      await connection.last(this.clock, uploadMs / 2);
      // What the sender's machine holds of the body may still arrive after its process is gone.
      if (connection.isCut() && fate.order !== 'made') return { kind: 'lost' };
      const id = this.orderOf(fate.order, fax);
      await connection.last(this.clock, fate.answerMs ?? 20);
      if (connection.isCut() || answer === 'reset') return { kind: 'lost' };
      return { ...answer, body: answer.body.replace('ID', id ?? '20211') };
    });
  }

  /** What the list says when the request arrives, however long the answer takes. */
  async list<T>(connection: Connection, read: () => T): Promise<{ answer: ModelAnswer; entries: T }> {
    this.lists += 1;
    const entries = read();
    if (!this.isReachable) return { answer: { kind: 'neverLeft' }, entries };
    const fate = listFates[this.listFates.shift() ?? 'well'];
    const answer = await this.during(connection, async () => {
      await connection.last(this.clock, fate.answerMs ?? 20);
      return connection.isCut() || fate.answer === 'reset' ? ({ kind: 'lost' } as const) : fate.answer;
    });
    return { answer, entries };
  }

  pending(): PendingOrder[] {
    const now = this.clock.time;
    return this.orders
      .filter((order) => order.madeAt + this.nature.orderLagMs <= now && this.leavesListAt(order) > now)
      .map((order) => this.pendingOf(order));
  }

  records(since: number): FaxRecord[] {
    const now = this.clock.time;
    const { recordLagMs, aheadMs } = this.nature;
    return this.orders
      .filter(({ madeAt, endsAt }) => endsAt + recordLagMs <= now && madeAt + 1_000 + aheadMs >= since)
      .map((order) => this.written(order));
  }

  private leavesListAt({ madeAt, endsAt }: Order): number {
    switch (this.nature.showsOrders) {
      case 'untilEnd':
        return endsAt;
      case 'untilDialled':
        return Math.min(endsAt, madeAt + this.nature.orderLagMs + dialledAfterMs);
      case 'never':
        return madeAt;
    }
  }

  /** A record, once written, stays as it is. */
  private written(order: Order): FaxRecord {
    const known = this.recordsWritten.get(order.id);
    if (known !== undefined) return known;
    const record = this.recordOf(order);
    this.recordsWritten.set(order.id, record);
    return record;
  }

  /** Every connection breaks; orders and records are kept. */
  restart(): void {
    for (const connection of [...this.connections]) connection.cut();
  }

  makeOrder(fax: Fax): Order {
    const madeAt = this.clock.time;
    const { callMs, busyEvery } = this.nature;
    const isBusy = busyEvery > 0 && this.orders.length % busyEvery === busyEvery - 1;
    const order = {
      ...fax,
      id: idForms[this.nature.idForm](this.orders.length),
      madeAt,
      endsAt: madeAt + callMs,
      isBusy,
    };
    this.orders.push(order);
    return order;
  }

  private orderOf(what: PostEnd['order'], fax: Fax): string | null {
    if (what === 'made') return this.makeOrder(fax).id;
    if (what === 'madeLate') this.clock.setTimer(10_000, () => void this.makeOrder(fax));
    return null;
  }

  private async during<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
    this.connections.add(connection);
    try {
      return await work();
    } finally {
      this.connections.delete(connection);
    }
  }

  private stamp(at: number): string {
    return stampForms[this.nature.stampForm](at + this.nature.aheadMs);
  }

  private number(digits: string): string {
    return digits === '' ? '' : numberForms[this.nature.numberForm](digits);
  }

  private pendingOf({ id, sender, recipient, madeAt }: Order): PendingOrder {
    const told = this.nature.tellsSender ? this.number(sender ?? '') : '';
    return {
      orderId: id,
      createdAt: this.stamp(madeAt),
      sender: told,
      recipient: this.number(recipient),
      status: 'Bekliyor',
    };
  }

  private recordOf({ id, sender, recipient, header, pages, madeAt, endsAt, isBusy }: Order): FaxRecord {
    return {
      callUuid: callOf(id),
      direction: 'outbound',
      sender: this.nature.tellsSender ? this.number(sender ?? '') : '',
      recipient: this.number(recipient),
      header: this.nature.tellsSender ? header : '',
      pagesCount: isBusy ? `0 / ${pages}` : `${pages} / ${pages}`,
      pagesSent: isBusy ? 0 : pages,
      pagesTotal: pages,
      transferRateBps: 14400,
      startStamp: this.stamp(madeAt + 1_000),
      answerStamp: null,
      endStamp: this.stamp(endsAt),
      durationSeconds: Math.round((endsAt - madeAt) / 1000),
      success: !isBusy,
      result: isBusy ? 'Meşgul' : 'Başarılı',
    };
  }
}
