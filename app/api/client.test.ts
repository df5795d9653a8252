import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApiClient } from './client';
import { inOnePiece } from './fakes/in-one-piece';
import { wholeDocument } from './fakes/whole-document';
import type { ApiClient, FaxToSend } from './client';
import type { ApiError } from './errors';
import type { Fetch } from './fetch';
import { failureOf, outcomeOfPost } from './failure-of';
import type { ServicePorts } from './service';
import { hostOf } from './urls';

const key = `K${'8765'.repeat(2)}-${'12ab-'.repeat(3)}${'9'.repeat(12)}`;
const page = { limit: 10, page: 1 };
const fax: FaxToSend = {
  pdf: new TextEncoder().encode('%PDF-1.7 \u00ff\u00fe>>??'),
  mime: 'application/pdf',
  recipient: '902123205072',
  sender: null,
  header: 'Bulutsantralim',
};

let server: Server;
let baseUrl: string;
let answer: RequestListener;
let seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[];

beforeEach(async () => {
  seen = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const clientOf = (changes: Partial<ServicePorts> = {}): ApiClient =>
  createApiClient({ baseUrl, getKey: () => Promise.resolve(key), fetch: inOnePiece(fetch), ...changes });
const answers = (status: number, text: string | Uint8Array, headers: Record<string, string> = {}) => {
  answer = (_request: IncomingMessage, response: ServerResponse) => response.writeHead(status, headers).end(text);
};
const errorOf = async (call: Promise<unknown>): Promise<ApiError> => {
  const error: unknown = await call.then(
    (value) => new Error(`no error, but ${String(value)}`),
    (reason: unknown) => reason,
  );
  expect(inspect(error, { depth: 10 })).not.toContain(key);
  return error as ApiError;
};

describe('sendFax', () => {
  it('posts the form with its true length and answers the order id', async () => {
    answers(200, '20212\n');
    expect(await clientOf().sendFax({ ...fax, sender: '902129630131' })).toBe('20212');
    const [post] = seen;
    expect(post).toMatchObject({ method: 'POST', url: '/fax_orders' });
    expect(post?.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(post?.body.length),
    });
    expect(Object.fromEntries(new URLSearchParams(post?.body))).toEqual({
      key,
      local_station_header: 'Bulutsantralim',
      local_station_id: '902129630131',
      remote_station_id: '902123205072',
      filedata: `data:application/pdf;base64,${Buffer.from(fax.pdf).toString('base64')}`,
    });
  });

  it.each([
    [
      400,
      'invalid base64',
      'InvalidDocumentError',
      'refused',
      { kind: 'refused', status: 400, message: 'invalid base64' },
    ],
    [400, `Gecersiz anahtar: ${key}`, 'InvalidKeyError', 'refused', { kind: 'keyRefused' }],
    [401, `Gecersiz anahtar: ${key}`, 'InvalidKeyError', 'refused', { kind: 'keyRefused' }],
    [403, `${key} yasak\u0007`, 'RefusedError', 'refused', { kind: 'refused', status: 403, message: '*** yasak' }],
    [414, '', 'DocumentTooLargeForUrlError', 'refused', { kind: 'refused', status: 414, message: '' }],
    [500, `<html>${key}`, 'ServerFaultError', 'unknown', { kind: 'serverFault', status: 500 }],
    [302, '', 'UnreadableAnswerError', 'unknown', { kind: 'answerUnreadable', call: 'POST /fax_orders' }],
    [200, '', 'UnreadableAnswerError', 'unknown', { kind: 'answerUnreadable', call: 'POST /fax_orders' }],
    [200, `<html>${key}`, 'UnreadableAnswerError', 'unknown', { kind: 'answerUnreadable', call: 'POST /fax_orders' }],
  ])('answered %s %j is %s: %s', async (status, text, name, outcome, failure) => {
    answers(status, text, { Location: '/elsewhere' });
    const error = await errorOf(clientOf().sendFax(fax));
    expect(error.name).toBe(name);
    expect(outcomeOfPost(error)).toBe(outcome);
    expect(failureOf(error)).toEqual(failure);
    expect(seen).toHaveLength(1);
  });

  it('says how long to wait past the rate limit', async () => {
    answers(429, 'Too many', { 'Retry-After': '17' });
    const error = await errorOf(clientOf().sendFax(fax));
    expect(outcomeOfPost(error)).toBe('rateLimited');
    expect(failureOf(error)).toEqual({ kind: 'rateLimited', retryAfterSeconds: 17 });
  });

  it('does not know what became of a request whose connection broke', async () => {
    answer = (request) => request.socket.destroy();
    const error = await errorOf(clientOf().sendFax(fax));
    expect(error.name).toBe('ConnectionLostError');
    expect(outcomeOfPost(error)).toBe('unknown');
    expect(failureOf(error, { recipient: fax.recipient })).toEqual({ kind: 'unconfirmed', recipient: fax.recipient });
  });

  it('does not know what became of a request whose answer broke off', async () => {
    answer = (request, response) => {
      response.writeHead(200, { 'Content-Length': '5' }).write('20', () => request.socket.destroy());
    };
    expect(outcomeOfPost(await errorOf(clientOf().sendFax(fax)))).toBe('unknown');
  });

  it('takes a refusal for definite though its sentence never came', async () => {
    answer = (request, response) => {
      response.writeHead(403, { 'Content-Length': '50' }).write('no', () => request.socket.destroy());
    };
    expect(outcomeOfPost(await errorOf(clientOf().sendFax(fax)))).toBe('refused');
  });

  it('knows that nothing was sent where nothing listens', async () => {
    await new Promise((resolve) => server.close(resolve));
    const error = await errorOf(clientOf().sendFax(fax));
    expect(error.name).toBe('NotReachableError');
    expect(outcomeOfPost(error)).toBe('notSent');
    expect(failureOf(error)).toEqual({ kind: 'notReachable', host: baseUrl.slice('http://'.length) });
  });

  it('does not take a network that went away meanwhile for one that never was (D3)', async () => {
    const leaving = (sentBytes: number): Fetch => {
      return (_url, { onUploadProgress }) => {
        onUploadProgress?.(sentBytes, 100);
        return Promise.reject(new Error('net::ERR_INTERNET_DISCONNECTED'));
      };
    };
    expect(outcomeOfPost(await errorOf(clientOf({ fetch: leaving(0) }).sendFax(fax)))).toBe('notSent');
    const error = await errorOf(clientOf({ fetch: leaving(1) }).sendFax(fax));
    expect([error.name, outcomeOfPost(error)]).toEqual(['ConnectionLostError', 'unknown']);
  });

  it('sends nothing without a key', async () => {
    const error = await errorOf(clientOf({ getKey: () => Promise.resolve(null) }).sendFax(fax));
    expect([outcomeOfPost(error), failureOf(error)]).toEqual(['notSent', { kind: 'keyMissing' }]);
  });

  it('sends nothing when the keychain fails', async () => {
    const error = await errorOf(clientOf({ getKey: () => Promise.reject(new Error(`locked ${key}`)) }).sendFax(fax));
    expect([outcomeOfPost(error), failureOf(error)]).toEqual(['notSent', { kind: 'keychainUnavailable' }]);
  });

  it('sends nothing over plain http to another machine, unless allowed', async () => {
    const asked: string[] = [];
    const recording: Fetch = (url) => {
      asked.push(url);
      return Promise.reject(new Error('net::ERR_INTERNET_DISCONNECTED'));
    };
    const ports = { baseUrl: 'http://fax.example:8080/api', fetch: recording };
    const error = await errorOf(clientOf(ports).sendFax(fax));
    expect([outcomeOfPost(error), failureOf(error)]).toEqual([
      'notSent',
      { kind: 'insecureUrl', url: 'http://fax.example:8080' },
    ]);
    expect(asked).toEqual([]);
    expect((await errorOf(clientOf({ ...ports, allowInsecureHttp: true }).sendFax(fax))).name).toBe(
      'NotReachableError',
    );
    expect(asked).toEqual(['http://fax.example:8080/api/fax_orders']);
  });

  it.each(['not an address', 'ftp://fax.example', '/x?key=secret'])(
    'sends nothing to %j, which is no exchange',
    async (baseUrl) => {
      const error = await errorOf(clientOf({ baseUrl }).sendFax(fax));
      const url = baseUrl.split('?')[0];
      expect([outcomeOfPost(error), failureOf(error)]).toEqual(['notSent', { kind: 'urlUnusable', url }]);
    },
  );

  it('shows no key that was given as the address', async () => {
    const error = await errorOf(clientOf({ baseUrl: key }).sendFax(fax));
    expect([error.message, JSON.stringify(failureOf(error)), hostOf(key)].join()).not.toContain(key);
  });

  it('gives up when told to, and knows whether anything can have left', async () => {
    const giveUp = new AbortController();
    answer = () => giveUp.abort();
    const options = { signal: giveUp.signal };
    const during = await errorOf(clientOf().sendFax(fax, options));
    expect([failureOf(during), outcomeOfPost(during)]).toEqual([{ kind: 'cancelled' }, 'unknown']);
    expect(outcomeOfPost(await errorOf(clientOf().sendFax(fax, options)))).toBe('notSent');
    expect(seen).toHaveLength(1);
  });

  it('waits for an upload as long as it moves, then for its answer', async () => {
    const moves = [1, 2, 3, 4, 5, 6];
    const slow: Fetch = async (_url, { onUploadProgress, signal }) => {
      for (const sent of moves) {
        await new Promise((resolve) => setTimeout(resolve, 25));
        if (signal.aborted) throw new Error('aborted');
        onUploadProgress?.(sent, moves.length);
      }
      return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
    };
    const told: number[] = [];
    const client = clientOf({ fetch: slow, timeouts: { stallMs: 100, uploadAnswerMs: 50 } });
    const error = await errorOf(client.sendFax(fax, { onUploadProgress: (sent) => told.push(sent) }));
    expect(told).toEqual(moves);
    expect([error.name, outcomeOfPost(error)]).toEqual(['TimedOutError', 'unknown']);
  });

  it('ends an upload in which nothing moves, whatever is reported', async () => {
    const stuck: Fetch = (_url, { onUploadProgress, signal }) =>
      new Promise((_resolve, reject) => {
        const repeating = setInterval(() => onUploadProgress?.(1, 2), 10);
        signal.addEventListener('abort', () => {
          clearInterval(repeating);
          reject(new Error('aborted'));
        });
      });
    expect((await errorOf(clientOf({ fetch: stuck, timeouts: { stallMs: 60 } }).sendFax(fax))).name).toBe(
      'TimedOutError',
    );
  });
});

describe('the lists', () => {
  it('ask for a page of pending orders', async () => {
    answers(200, JSON.stringify([{ id: 96, status: 'Bekliyor' }]));
    const { orders } = await clientOf({ baseUrl: `${baseUrl}/` }).listPending({ limit: 100, page: 2 });
    expect(orders).toMatchObject([{ orderId: '96', status: 'Bekliyor' }]);
    expect(seen[0]?.url).toBe(`/fax_orders?key=${key}&limit=100&page=2`);
  });

  it('ask for records by every filter', async () => {
    answers(200, '{"fdrs":[],"pagination":{"page":1,"total_count":0,"total_pages":0,"limit":10}}');
    const since = Date.UTC(2017, 7, 3, 12, 30, 32);
    const numbers = { sender: '902129630131', recipient: '902123205072' };
    const filter = { since, until: since + 1000, direction: 'outbound', success: false, ...numbers } as const;
    expect(await clientOf().listRecords(filter, page)).toEqual({
      records: [],
      pagination: { page: 1, totalCount: 0, totalPages: 0, limit: 10 },
    });
    expect(Object.fromEntries(new URL(seen[0]?.url ?? '', baseUrl).searchParams)).toEqual({
      key,
      start_stamp_from: '2017-08-03 12:30:32 UTC',
      start_stamp_to: '2017-08-03 12:30:33 UTC',
      direction: 'outbound',
      caller_id_number: '902129630131',
      original_destination: '902123205072',
      success: 'false',
      limit: '10',
      page: '1',
    });
  });

  it.each(['', '<html></html>', '{"fdrs:[{}]}', '{}', '[]', 'null', '20212'])(
    'name the call whose answer is %j',
    async (text) => {
      answers(200, text);
      expect(failureOf(await errorOf(clientOf().listRecords({}, page)))).toEqual({
        kind: 'answerUnreadable',
        call: 'GET /fdrs',
      });
    },
  );

  it('never quote what they could not read, for it may hold the key', async () => {
    answers(200, `{"oops": ${key}`);
    expect((await errorOf(clientOf().listRecords({}, page))).message).toBe(
      "The answer to GET /fdrs can't be read: it is not JSON.",
    );
  });

  it('do not follow a redirect with the key', async () => {
    answers(302, '', { Location: `${baseUrl}/elsewhere` });
    expect((await errorOf(clientOf().callerIds())).name).toBe('UnreadableAnswerError');
    expect(seen).toHaveLength(1);
  });

  it('do not wait for ever', async () => {
    answer = () => undefined;
    const error = await errorOf(clientOf({ timeouts: { callMs: 50 } }).callerIds());
    expect(failureOf(error)).toEqual({ kind: 'timedOut', host: baseUrl.slice('http://'.length) });
  });

  it('do not wait for ever for the rest of an answer', async () => {
    answer = (_request, response) => response.writeHead(200).write('[');
    expect((await errorOf(clientOf({ timeouts: { callMs: 80 } }).callerIds())).name).toBe('TimedOutError');
  });

  it('tell a key that is not accepted', async () => {
    answers(400, `Gecersiz anahtar: ${encodeURIComponent(key)}`);
    expect(failureOf(await errorOf(clientOf().callerIds()))).toEqual({ kind: 'keyRefused' });
  });

  it('read own numbers, contacts and groups', async () => {
    const bodies: Record<string, string> = {
      '/caller_ids': '["908501234567"]',
      '/contacts': '{"contacts":[{"id":1,"name":"Ayşe"}],"pagination":null}',
      '/contact_groups': '[{"id":20212,"name":"Müşteriler"}]',
    };
    answer = (request, response) => response.end(bodies[request.url?.split('?')[0] ?? '']);
    expect(await clientOf().callerIds()).toEqual(['908501234567']);
    expect((await clientOf().contacts(page)).contacts).toMatchObject([{ id: '1', name: 'Ayşe' }]);
    expect(await clientOf().contactGroups()).toEqual([{ id: '20212', name: 'Müşteriler' }]);
  });
});

describe('downloadDocument', () => {
  const pdf = Buffer.from('%PDF-1.4\n%%EOF');
  const serve = (url: () => string, bytes: Uint8Array, status = 200) => {
    answer = (request, response) => {
      const location = request.url === '/moved' ? { Location: '/file' } : {};
      const moved = request.url === '/moved' ? 302 : status;
      if (request.method === 'POST') response.end(url());
      else response.writeHead(moved, location).end(bytes);
    };
  };

  it('asks for the address and fetches from it without the key', async () => {
    serve(() => `"${baseUrl}/file"\n`, pdf);
    expect(await wholeDocument(clientOf(), 'a b')).toEqual({ bytes: new Uint8Array(pdf), type: 'pdf' });
    expect(seen.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['POST', '/fax_document_url/', `key=${key}&call_uuid=a%20b`],
      ['GET', '/file', ''],
    ]);
  });

  it.each(['II*\0', 'MM\0*'])('takes a TIFF that begins %j', async (start) => {
    serve(() => `${baseUrl}/file`, Buffer.from(start));
    expect((await wholeDocument(clientOf(), 'x')).type).toBe('tiff');
  });

  it('follows a redirect, which carries no key', async () => {
    serve(() => `${baseUrl}/moved`, pdf);
    expect((await wholeDocument(clientOf(), 'x')).type).toBe('pdf');
  });

  it.each(['http://files.example/x', 'file:///etc/passwd', 'ftp://127.0.0.1/x', 'data:,%25PDF-'])(
    'does not go to %s',
    async (url) => {
      serve(() => url, pdf);
      expect(failureOf(await errorOf(wholeDocument(clientOf(), 'x')))).toEqual({ kind: 'documentInsecure' });
      expect(seen).toHaveLength(1);
    },
  );

  it('does not blame the network for a document that is cut off', async () => {
    answer = (request, response) => {
      if (request.method === 'POST') response.end(`${baseUrl}/file`);
      else response.writeHead(200, { 'Content-Length': 100 }).write(pdf, () => response.destroy());
    };
    expect(failureOf(await errorOf(wholeDocument(clientOf(), 'x')))).toEqual({ kind: 'documentCut' });
  });

  it.each([401, 403, 404, 410])(
    'tells an address that is answered with %i, as is the next, from a refusal',
    async (status) => {
      serve(() => `${baseUrl}/file`, Buffer.from('expired'), status);
      expect(failureOf(await errorOf(wholeDocument(clientOf(), 'x')))).toEqual({ kind: 'documentLinkExpired' });
      expect(seen.map(({ method }) => method)).toEqual(['POST', 'GET', 'POST', 'GET']);
    },
  );

  it('takes what the address given anew has', async () => {
    answer = (request, response) => {
      if (request.method === 'POST') response.end(`${baseUrl}/${seen.length}`);
      else response.writeHead(request.url === '/1' ? 403 : 200).end(pdf);
    };
    expect((await wholeDocument(clientOf(), 'x')).type).toBe('pdf');
  });

  it('takes neither a page nor an empty file for a document', async () => {
    serve(() => `${baseUrl}/file`, Buffer.from('<html>'));
    expect(failureOf(await errorOf(wholeDocument(clientOf(), 'x')))).toEqual({ kind: 'documentWrongType' });
    serve(() => `${baseUrl}/file`, Buffer.alloc(0));
    expect(failureOf(await errorOf(wholeDocument(clientOf(), 'x')))).toEqual({ kind: 'documentEmpty' });
  });

  it('stops at a document that is too large', async () => {
    const body = { getReader: () => ({ read: () => Promise.resolve(chunk), cancel: () => Promise.resolve() }) };
    const chunk = { done: false, value: Buffer.alloc(8 * 1024 * 1024, '%PDF-') };
    const endless: Fetch = (url, init) =>
      init.method === 'POST'
        ? inOnePiece(fetch)(url, init)
        : Promise.resolve({ status: 200, headers: new Headers(), body });
    serve(() => `${baseUrl}/file`, pdf);
    const error = await errorOf(wholeDocument(clientOf({ fetch: endless }), 'x'));
    expect(failureOf(error)).toEqual({ kind: 'documentTooLarge', limitMb: 200 });
  });

  it('tells a fax the service does not know', async () => {
    answers(400, 'cannot find call with call_uuid 3289fe02-2dc7');
    expect(failureOf(await errorOf(wholeDocument(clientOf(), '3289fe02-2dc7')))).toEqual({
      kind: 'callNotFound',
      callUuid: '3289fe02-2dc7',
    });
  });

  it('tells an address that is none', async () => {
    answers(200, `sorry ${key}`);
    expect((await errorOf(wholeDocument(clientOf(), 'x'))).name).toBe('UnreadableAnswerError');
  });
});

describe('the phone book', () => {
  const draft = { name: 'Ayşe', phone: '902123205072', companyName: 'Yılmaz A.Ş.', groupIds: ['1'] };

  it('is changed by JSON that holds the key', async () => {
    answers(200, '20212');
    expect(await clientOf().createContact(draft)).toBe('20212');
    answers(200, 'OK');
    await clientOf().updateContact('20212', { name: 'Ayşe', phone: '902123205072', fax: null });
    await clientOf().deleteContact('20212');
    expect(seen.map(({ method, url, body }) => [method, url, JSON.parse(body) as unknown])).toEqual([
      [
        'POST',
        '/contacts',
        { key, name: 'Ayşe', phone: '902123205072', company_name: 'Yılmaz A.Ş.', group_ids: ['1'] },
      ],
      ['PATCH', '/contacts/20212', { key, name: 'Ayşe', phone: '902123205072', fax: null }],
      ['DELETE', '/contacts/20212', { key }],
    ]);
    expect(seen[0]?.headers['content-type']).toBe('application/json');
  });

  it('is not taken for changed by a page', async () => {
    answers(200, '<html></html>');
    expect((await errorOf(clientOf().deleteContact('1'))).name).toBe('UnreadableAnswerError');
    expect((await errorOf(clientOf().createContact(draft))).name).toBe('UnreadableAnswerError');
  });
});

it('an error of no known kind is a bug, and its outcome unknown', () => {
  expect(outcomeOfPost(new Error('x'))).toBe('unknown');
  expect(() => failureOf(new RangeError('x'))).toThrow(RangeError);
});
