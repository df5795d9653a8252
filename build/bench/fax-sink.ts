import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { formatStamp } from '../../app/api/stamps';
import { pageOf, readPaging } from '../../main/exchange/paging';

/** An exchange that takes any fax, keeps none of it, and has delivered it a moment later. */
export interface FaxSink {
  readonly url: string;
  orders(): number;
  close(): void;
}

const CALL_MS = 4_000;

interface Order {
  readonly id: string;
  readonly recipient: string;
  readonly madeAt: number;
}

export async function openFaxSink(pages: number): Promise<FaxSink> {
  const orders: Order[] = [];
  const take = async (request: IncomingMessage): Promise<string> => {
    const order = { id: String(20212 + orders.length), recipient: await recipientOf(request), madeAt: Date.now() };
    orders.push(order);
    return order.id;
  };
  const isPending = ({ madeAt }: Order): boolean => Date.now() - madeAt < CALL_MS;
  const list = (path: string, query: URLSearchParams): string => {
    const which = orders.filter((order) => isPending(order) === path.startsWith('/fax_orders'));
    const { entries, pagination } = pageOf(which, readPaging(query));
    if (path.startsWith('/fax_orders')) return JSON.stringify({ fax_orders: entries.map(pendingOf), pagination });
    return JSON.stringify({ fdrs: entries.map((order) => recordOf(order, pages)), pagination });
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://sink');
    const answer = request.method === 'POST' ? take(request) : Promise.resolve(list(pathname, searchParams));
    void answer.then((body) => response.end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, orders: () => orders.length, close: () => server.close() };
}

/** The body is read to its end; only its beginning, where the fields are, is kept. */
async function recipientOf(request: IncomingMessage): Promise<string> {
  let beginning = '';
  for await (const chunk of request as AsyncIterable<Buffer>) {
    if (beginning.length < 2_000) beginning += chunk.toString('latin1', 0, 2_000);
  }
  return new URLSearchParams(beginning.slice(0, beginning.indexOf('&filedata='))).get('remote_station_id') ?? '';
}

const pendingOf = ({ id, recipient, madeAt }: Order) => ({
  id,
  created_at: formatStamp(madeAt),
  local_station_id: '',
  remote_station_id: recipient,
  status: 'Bekliyor',
});

const recordOf = ({ id, recipient, madeAt }: Order, pages: number) => ({
  call_uuid: `call-${id}`,
  direction: 'Giden',
  caller_id_number: '',
  local_station_header: '',
  original_destination: recipient,
  pages_count: `${pages} / ${pages}`,
  transfer_rate: 14400,
  start_stamp: formatStamp(madeAt),
  answer_stamp: formatStamp(madeAt),
  end_stamp: formatStamp(madeAt + CALL_MS),
  duration: CALL_MS / 1000,
  success: true,
  result: 'Başarılı',
});
