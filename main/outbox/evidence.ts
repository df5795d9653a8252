import { ApiError } from '../../app/api/errors';
import type { Evidence } from '../../app/outbox/evidence';
import type { Delivery } from '../../app/outbox/delivery';
import { newestFirst } from '../../app/history/question';
import type { ExchangePort } from '../../app/outbox/ports';
import { sameNumber } from '../../app/phone/fax-number';
import type { RecordReads } from '../storage/records/record-reads';
import type { SpoolStore } from '../storage/outbox-store';

export interface EvidenceParts {
  readonly store: Pick<SpoolStore, 'taken'>;
  readonly records: Pick<RecordReads, 'search'>;
  readonly exchange: Pick<ExchangePort<AbortSignal>, 'listPending'>;
}

const dayMs = 86_400_000;
const most = 20;

/** What speaks for and against a delivery having been sent. What is surely another delivery's speaks for neither. */
export async function evidenceFor(parts: EvidenceParts, delivery: Delivery): Promise<Evidence> {
  const { recipient, createdAt, id } = delivery;
  const since = createdAt - dayMs;
  const question = { direction: 'outbound', recipient, since } as const;
  const { records } = parts.records.search(question, newestFirst, { offset: 0, limit: most });
  return {
    since,
    orders: await ordersFor(parts, delivery),
    records: records.filter(({ link }) => link.kind !== 'matched' || link.deliveryId === id),
  };
}

async function ordersFor({ store, exchange }: EvidenceParts, delivery: Delivery): Promise<Evidence['orders']> {
  try {
    const orders = (await exchange.listPending()).filter((order) => sameNumber(order.recipient, delivery.recipient));
    const taken = store.taken(
      orders.map(({ orderId }) => orderId),
      [],
    ).orders;
    const own = 'orderId' in delivery.state ? delivery.state.orderId : null;
    return orders.filter(({ orderId }) => orderId === own || !taken.has(orderId));
  } catch (error) {
    if (error instanceof ApiError) return null;
    throw error;
  }
}
