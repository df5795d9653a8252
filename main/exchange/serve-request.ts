import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { keyGiven, wrongKey } from './check-key';
import type { Fault } from './fault';
import { RefusedRequest } from './refused-request';
import { routeOf } from './routes';
import { plain } from './service';
import type { Answer, ReadRequest, Service } from './service';

/** What goes back: an answer after a while, or a broken connection. */
export type Reply = { readonly answer: Answer; readonly afterMs: number } | 'drop';

const maxBodyBytes = 200 * 1024 * 1024;
const maxUrlLength = 8192;

/** Serves one request, well or as `fault` says. `onRead` is told what was read, before anything is done with it. */
export async function serveRequest(
  service: Service,
  incoming: IncomingMessage,
  fault: Fault | null,
  onRead: (request: ReadRequest) => void,
): Promise<Reply> {
  if (fault?.kind === 'dropBeforeBody') return 'drop';
  const head = checkHead(incoming);
  if (head instanceof RefusedRequest) {
    incoming.resume();
    return { answer: refusal(head), afterMs: 0 };
  }
  const request = { ...head, body: await buffer(incoming) };
  onRead(request);
  if (fault?.kind === 'dropAfterBody') return 'drop';
  return spoilt(await answerTo(service, incoming.method ?? '', request, fault), fault);
}

/** The answer to a request, or, where the fault is that it is not served at all, the fault's own. */
async function answerTo(service: Service, method: string, request: ReadRequest, fault: Fault | null): Promise<Answer> {
  if (fault?.kind === 'wrongKey') return refusal(wrongKey(keyGiven(request), fault.status ?? 401));
  if (fault?.kind === 'rateLimit') return rateLimited(fault.retryAfter);
  if (fault?.kind === 'status' && fault.served !== true) return plain(fault.text ?? 'fault', fault.status);
  try {
    const route = routeOf(method, request.path);
    return route === null ? plain('not found', 404) : await route(service, request);
  } catch (error) {
    if (error instanceof RefusedRequest) return refusal(error);
    throw error;
  }
}

/** What a fault makes of the answer to a request that was served. */
function spoilt(answer: Answer, fault: Fault | null): Reply {
  if (fault?.kind === 'loseAnswer') return 'drop';
  if (fault?.kind === 'slow') return { answer, afterMs: fault.ms };
  return { answer: fault === null ? answer : otherAnswer(answer, fault), afterMs: 0 };
}

function otherAnswer(answer: Answer, fault: Fault): Answer {
  if (fault.kind === 'status') return plain(fault.text ?? 'fault', fault.status);
  if (fault.kind === 'html')
    return { ...plain('<!doctype html><title>Giriş</title>'), type: 'text/html; charset=utf-8' };
  if (fault.kind === 'malformed') return { ...answer, body: malformed(answer.body) };
  return fault.kind === 'empty' ? plain('') : answer;
}

/** Cut in two; what is too short for that is marked up, so that it stays no answer. */
function malformed(body: Answer['body']): Answer['body'] {
  if (body.length < 20) return `{"${Buffer.from(body).toString()}`;
  return typeof body === 'string' ? body.slice(0, body.length / 2) : body.subarray(0, 2);
}

function rateLimited(retryAfter: number | string | undefined): Answer {
  const headers = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
  return { ...plain('rate limit exceeded', 429), headers };
}

const refusal = ({ status, message, headers }: RefusedRequest): Answer => ({ ...plain(message, status), headers });

/** Refuses by its head what the service would not read the body of. */
function checkHead(incoming: IncomingMessage): Omit<ReadRequest, 'body'> | RefusedRequest {
  const url = incoming.url ?? '';
  const { pathname: path, searchParams: query } = new URL(url, 'http://exchange');
  if (url.length > maxUrlLength || query.has('filedata')) return new RefusedRequest(414, 'URI Too Long');
  const length = Number(incoming.headers['content-length'] ?? '0');
  if (incoming.headers['transfer-encoding'] !== undefined) return new RefusedRequest(411, 'Length Required');
  if (length > maxBodyBytes) return new RefusedRequest(413, 'Payload Too Large');
  return { path, query, contentType: incoming.headers['content-type'] ?? '' };
}
