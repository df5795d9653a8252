import { parseForm } from './form';
import type { Reply } from './serve-request';
import type { ReadRequest, Service } from './service';

/** Writes down what becomes of a `POST /fax_orders`; of other calls nothing. */
export function seePost(service: Service, method: string, path: string) {
  if (method !== 'POST' || !/^\/fax_orders\/?$/.test(path)) {
    return { read: () => undefined, replied: () => undefined };
  }
  const index = service.posts.push({ at: service.now(), recipient: null, orderId: null, status: null }) - 1;
  const note = (seen: Partial<Service['posts'][number]>): void => {
    const before = service.posts[index];
    if (before !== undefined) service.posts[index] = { ...before, ...seen };
  };
  return {
    read: ({ body }: ReadRequest) => note({ recipient: recipientIn(body) }),
    replied: (reply: Reply) => note(reply === 'drop' ? {} : statusOf(reply.answer)),
  };
}

function recipientIn(body: Buffer): string | null {
  const fields = body.toString('latin1', 0, 4096).split('&');
  const field = fields.find((each) => each.startsWith('remote_station_id='));
  return field === undefined ? null : (parseForm(field).get('remote_station_id') ?? null);
}

const statusOf = ({ status, body }: { status: number; body: string | Uint8Array }) => ({
  status,
  orderId: status === 200 && typeof body === 'string' && /^\d+$/.test(body) ? body : null,
});
