import { randomUUID } from 'node:crypto';
import { formatStamp } from '../../app/api/stamps';
import { ownNumbers } from './beginnings';
import { checkFormKey, checkQueryKey } from './check-key';
import type { Order } from './entities';
import { readFaxFile } from './fax-file';
import { requiredField } from './form';
import { fateOf, standingOf } from './order-life';
import { pageOf, readPaging } from './paging';
import { RefusedRequest } from './refused-request';
import { json, plain } from './service';
import type { Answer, ReadRequest, Service } from './service';

/** `POST /fax_orders`: checks everything, keeps the order, and answers its id. */
export async function acceptOrder(service: Service, request: ReadRequest): Promise<Answer> {
  const form = checkFormKey(service, request);
  const header = requiredField(form, 'local_station_header');
  const recipient = readNumber(requiredField(form, 'remote_station_id'), 'remote_station_id');
  const sender = form.get('local_station_id');
  const from = sender === undefined ? ownNumbers[0] : readNumber(sender, 'local_station_id');
  const { mime, bytes, pages } = await readFaxFile(requiredField(form, 'filedata'));
  if (fateOf(recipient) === 'refused') throw new RefusedRequest(400, 'remote_station_id is not allowed');
  const details = { sender: from, recipient, header, mime, pages };
  const order = service.ledger.addOrder({ ...details, acceptedAt: service.now(), callUuid: randomUUID() }, bytes);
  return plain(String(order.orderId));
}

function readNumber(text: string, field: string): string {
  if (!/^\d{3,15}$/.test(text)) throw new RefusedRequest(400, `invalid ${field}`);
  return text;
}

/** `GET /fax_orders`: a page of the unfinished orders, newest first; the old service knew no pages. */
export function listOrders(service: Service, request: ReadRequest): Answer {
  const paging = readPaging(checkQueryKey(service, request));
  const pending = service.ledger.orders().flatMap((order) => pendingOrder(service, order));
  pending.sort((a, b) => b.id - a.id);
  if (service.answerShapes() === 'old') return json(pending);
  const { entries, pagination } = pageOf(pending, paging);
  return json({ fax_orders: entries, pagination });
}

function pendingOrder({ pace, now }: Service, order: Order) {
  const standing = standingOf(order, pace, now());
  if (standing.kind !== 'pending') return [];
  return [
    {
      id: order.orderId,
      created_at: formatStamp(order.acceptedAt),
      local_station_id: order.sender,
      remote_station_id: order.recipient,
      status: standing.status,
    },
  ];
}
