import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Arrivals, letFaxesArrive } from './arrivals';
import { beginnings, ownNumbers } from './beginnings';
import type { ArrivingFax, FaxCall, PostSeen, ReceivedFax } from './entities';
import { faultPlan } from './fault';
import type { Fault, FaultPlan } from './fault';
import { folderLedger } from './folder-ledger';
import { memoryLedger } from './ledger';
import { demoPace } from './order-life';
import type { Pace } from './order-life';
import { seePost } from './posts';
import { sampleDocument } from './sample-document';
import { serveRequest } from './serve-request';
import type { Reply } from './serve-request';
import { plain } from './service';
import type { Service } from './service';

export interface ExchangeOptions {
  /** Default: any free one. */
  readonly port?: number;
  readonly key: string;
  /** Where orders and documents are kept from one start to the next; `null`, the default: nowhere. */
  readonly stateFolder?: string | null;
  readonly pace?: Partial<Pace>;
  readonly now?: () => number;
  /** Default: `new`. */
  readonly answerShapes?: 'old' | 'new';
  /** The calls it begins with; default: a month at a small office. */
  readonly history?: readonly FaxCall[];
  /** Faxes that come in by themselves; default: none. */
  readonly arrivals?: Arrivals;
}

/** A simulated Bulutsantralim on this machine (README.md). */
export interface Exchange {
  /** `http://127.0.0.1:<port>`, without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
  /** Every accepted order, oldest first. */
  received(): ReceivedFax[];
  /** Every `POST /fax_orders` of this start, oldest first. */
  posts(): readonly PostSeen[];
  /** A fax from outside is recorded as of now; answers its `call_uuid`. */
  arriveFax(fax?: ArrivingFax): Promise<string>;
  /** The next `times` (default 1) fitting requests go wrong; `null` forgets the faults still to come. */
  misbehave(fault: Fault | null, times?: number): void;
  answerIn(shapes: 'old' | 'new'): void;
}

/** Starts one on 127.0.0.1. Rejects when the port is taken. */
export async function startExchange(options: ExchangeOptions): Promise<Exchange> {
  let shapes = options.answerShapes ?? 'new';
  let url = '';
  const now = options.now ?? Date.now;
  const { calls, phoneBook } = beginnings(now());
  const start = { calls: options.history ?? calls, phoneBook };
  const stateFolder = options.stateFolder ?? null;
  const service: Service = {
    key: options.key,
    ledger: stateFolder === null ? memoryLedger(start) : folderLedger(stateFolder, start),
    pace: { ...demoPace, ...options.pace },
    now,
    answerShapes: () => shapes,
    url: () => url,
    documentLinks: new Map(),
    posts: [],
  };
  const faults = faultPlan();
  const server = createServer((incoming, response) => void handle(service, faults, incoming, response));
  url = await listen(server, options.port ?? 0);
  const endArrivals = options.arrivals ? letFaxesArrive((fax) => arriveFax(service, fax), options.arrivals) : null;
  return {
    url,
    close() {
      endArrivals?.();
      return close(server);
    },
    received: () => received(service),
    posts: () => service.posts,
    arriveFax: (fax = {}) => arriveFax(service, fax),
    misbehave: faults.misbehave,
    answerIn: (wanted) => (shapes = wanted),
  };
}

async function handle(
  service: Service,
  faults: FaultPlan,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (incoming.url ?? '').split('?')[0] ?? '';
  const fault = faults.take(`${incoming.method ?? ''} ${path}`);
  const post = seePost(service, incoming.method ?? '', path);
  try {
    const reply = await serveRequest(service, incoming, fault, post.read);
    post.replied(reply);
    give(reply, incoming, response);
  } catch (error) {
    // The caller is gone, which is its own business, or this is a fault of ours, which should be seen.
    const answer = plain(`the exchange failed: ${String(error)}`, 500);
    if (!incoming.destroyed || incoming.complete) give({ answer, afterMs: 0 }, incoming, response);
  }
}

function give(reply: Reply, incoming: IncomingMessage, response: ServerResponse): void {
  if (reply === 'drop') {
    incoming.socket.destroy();
    return;
  }
  const { status, type, body, headers } = reply.answer;
  const timer = setTimeout(() => {
    response
      .writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body), ...headers })
      .end(body);
  }, reply.afterMs);
  response.on('close', () => clearTimeout(timer));
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

const received = ({ ledger }: Service): ReceivedFax[] =>
  ledger.orders().map(({ orderId, recipient, sender, header, mime, callUuid }) => ({
    ...{ orderId: String(orderId), recipient, sender, header, mime },
    bytes: ledger.document(callUuid) ?? new Uint8Array(0),
  }));

async function arriveFax({ ledger, now }: Service, fax: ArrivingFax): Promise<string> {
  const callUuid = randomUUID();
  const { sender = '903122204050', recipient = ownNumbers[0], header = '', pages = 1 } = fax;
  const call = {
    callUuid,
    direction: 'inbound',
    sender,
    recipient,
    header,
    pagesSent: pages,
    pagesTotal: pages,
  } as const;
  const document = fax.bytes ?? (await sampleDocument(`${sender} > ${recipient}`, pages));
  const endAt = now();
  const startAt = endAt - 15_000 - pages * 29_000;
  const outcome = { transferRateBps: 14400, success: true, result: 'Başarılı' };
  ledger.addCall({ ...call, ...outcome, startAt, answerAt: startAt + 3000, endAt }, document);
  return callUuid;
}
