import { createServer, request } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FetchInit } from '../app/api/fetch';
import { fetchOver } from './net-request';
import type { NetRequest, NetRequestOptions } from './net-request';

let server: Server;
let answer: RequestListener;
let url: string;
let requests: NetRequest[];

beforeEach(async () => {
  requests = [];
  server = createServer((incoming, response) => answer(incoming, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/**
 * Node's own ClientRequest, of which Electron's is made in the image, with progress that goes from 1 to 2 of 2; what is
 * written leaves at the end, as one.
 */
function open({ method, url: to, headers }: NetRequestOptions): NetRequest {
  const made = request(to, { method, headers });
  const end = made.end.bind(made);
  const parts: Buffer[] = [];
  let current = 0;
  const opened = Object.assign(made, {
    getUploadProgress: () => ({ started: true, current: Math.min(++current, 2), total: 2 }),
    write: (part: Buffer) => parts.push(part),
    end: (text = '') => end(Buffer.concat([...parts, Buffer.from(text)])),
  }) as unknown as NetRequest;
  requests.push(opened);
  return opened;
}

const fetchIt = fetchOver(open);
const init = (changes: Partial<FetchInit> = {}): FetchInit => ({
  method: 'GET',
  headers: {},
  redirect: 'manual',
  signal: new AbortController().signal,
  ...changes,
});
const readAll = (body: unknown): Promise<string> => text(body as ReadableStream);

it('sends a body in one piece of a true length, on a connection of its own', async () => {
  answer = (incoming, response) => {
    const { 'content-length': length, connection } = incoming.headers;
    void text(incoming).then((sent) => response.end(`${String(length)} ${String(connection)} ${sent}`));
  };
  const whole = new TextEncoder().encode('xkey=1x');
  for (const body of [[whole.subarray(1, 5), whole.subarray(5, 6)], 'key=1']) {
    const answered = await fetchIt(url, init({ method: 'POST', body }));
    expect(await readAll(answered.body)).toBe('5 close key=1');
  }
});

it('answers status and headers', async () => {
  answer = (_incoming, response) => response.writeHead(429, { 'Retry-After': '7' }).end();
  const { status, headers } = await fetchIt(url, init());
  expect([status, headers.get('retry-after'), headers.get('location')]).toEqual([429, '7', null]);
});

it('answers a redirect instead of following it', async () => {
  answer = () => undefined;
  const answered = fetchIt(url, init());
  const [opened] = requests as unknown as [NodeJS.EventEmitter];
  opened.emit('redirect', 302, 'GET', 'https://elsewhere.example/');
  opened.emit('error', new Error('Redirect was cancelled'));
  const { status, headers } = await answered;
  expect([status, headers.get('location')]).toEqual([302, 'https://elsewhere.example/']);
});

it('tells each change of progress once', async () => {
  answer = (_incoming, response) => setTimeout(() => response.end(), 450);
  const told: number[][] = [];
  await fetchIt(url, init({ onUploadProgress: (sent, total) => told.push([sent, total]) }));
  expect(told).toEqual([
    [1, 2],
    [2, 2],
  ]);
});

it('fails with the reason of the network', async () => {
  answer = (incoming) => incoming.socket.destroy();
  await expect(fetchIt(url, init())).rejects.toMatchObject({ code: 'ECONNRESET' });
});

it('tells what had left before it fails', async () => {
  answer = (incoming) => incoming.socket.destroy();
  const told: number[][] = [];
  const onUploadProgress = (sent: number, total: number): void => void told.push([sent, total]);
  await expect(fetchIt(url, init({ onUploadProgress }))).rejects.toThrow();
  expect(told).toEqual([[1, 2]]);
});

it('fails in the body when the answer breaks off', async () => {
  answer = (incoming, response) => {
    response.writeHead(200, { 'Content-Length': '9' }).write('part', () => incoming.socket.destroy());
  };
  const { body } = await fetchIt(url, init());
  await expect(readAll(body)).rejects.toThrow();
});

it('is aborted before, during and after the request', async () => {
  let arrived = 0;
  const giveUp = new AbortController();
  answer = (_incoming, response) => {
    if (arrived++ === 0) giveUp.abort();
    else response.write('part');
  };
  const { signal } = giveUp;
  await expect(fetchIt(url, init({ signal }))).rejects.toThrow('aborted');
  await expect(fetchIt(url, init({ signal }))).rejects.toThrow('aborted');
  expect(arrived).toBe(1);
  const later = new AbortController();
  const { body } = await fetchIt(url, init({ signal: later.signal }));
  later.abort();
  await expect(readAll(body)).rejects.toThrow('aborted');
});

it('ends the connection when the rest of an answer is not wanted', async () => {
  let closed = (): void => undefined;
  const connectionClosed = new Promise<void>((resolve) => (closed = resolve));
  answer = (incoming, response) => {
    incoming.socket.on('close', closed);
    response.write('part');
  };
  const { body } = await fetchIt(url, init());
  await body?.getReader().cancel();
  await connectionClosed;
});

it('takes no more of a long answer than is read', async () => {
  const piece = Buffer.alloc(64 << 10);
  let [sent, mostAhead, read] = [0, 0, 0];
  answer = (_incoming, response) => {
    const send = (): void => {
      while (sent < 64 << 20) {
        sent += piece.length;
        mostAhead = Math.max(mostAhead, sent - read);
        if (!response.write(piece)) {
          response.once('drain', send);
          return;
        }
      }
      response.end();
    };
    send();
  };
  const { body } = await fetchIt(url, init());
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    read += chunk.length;
    for (let turn = 0; turn < 10; turn++) await new Promise((next) => setImmediate(next));
  }
  expect(read).toBe(64 << 20);
  expect(mostAhead).toBeLessThan(16 << 20);
});
