import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApiClient } from '../../app/api/client';
import type { ApiClient, FaxToSend } from '../../app/api/client';
import { failureOf, outcomeOfPost } from '../../app/api/failure-of';
import { inOnePiece } from '../../app/api/fakes/in-one-piece';
import { wholeDocument } from '../../app/api/fakes/whole-document';
import { momentOfStamp } from '../../app/api/stamps';
import { demoKey, startExchange } from './index';
import type { Exchange, ExchangeOptions } from './index';
import { sampleDocument } from './sample-document';

const key = demoKey();
const page = { limit: 100, page: 1 };
const pace = { waitMs: 1000, dialMs: 2000, pageMs: 3000 };
let now: number;
let exchange: Exchange;
let client: ApiClient;
let pdf: Uint8Array;

const start = async (changes: Partial<ExchangeOptions> = {}): Promise<Exchange> => {
  exchange = await startExchange({ key, pace, now: () => now, ...changes });
  client = createApiClient({ baseUrl: exchange.url, getKey: () => Promise.resolve(key), fetch: inOnePiece(fetch) });
  return exchange;
};
const faxTo = (recipient: string): FaxToSend => ({
  ...{ pdf, mime: 'application/pdf', recipient, sender: null, header: 'Yılmaz & Oğulları +1' },
});
const rejection = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => null,
    (error: unknown) => error,
  );
const recordOf = async (recipient: string) => (await client.listRecords({ recipient }, page)).records[0];
const statuses = async () => (await client.listPending(page)).orders.map(({ status }) => status);

/** A request as no careful client makes it. */
const raw = (path: string, method: string, headers: Record<string, string | number>, body: string) =>
  new Promise<string>((resolve, reject) => {
    const asked = request(`${exchange.url}${path}`, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve(`${String(response.statusCode)} ${text}`));
    });
    asked.on('error', reject);
    asked.end(body);
  });
const post = (body: string, type = 'application/x-www-form-urlencoded') =>
  raw('/fax_orders', 'POST', { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) }, body);
const get = (path: string) => raw(`${path}${path.includes('?') ? '&' : '?'}key=${key}`, 'GET', {}, '');
const form = (filedata: string, changes: Record<string, string> = {}) =>
  new URLSearchParams({
    ...{ key, local_station_header: 'x', remote_station_id: '902123205072', filedata, ...changes },
  }).toString();
const filedata = (bytes: Uint8Array | string, mime = 'application/pdf') =>
  `data:${mime};base64,${Buffer.from(bytes as string).toString('base64')}`;

beforeEach(async () => {
  now = Date.UTC(2026, 5, 15, 9, 0, 0);
  pdf = await sampleDocument('Deneme', 2);
  await start();
});
afterEach(() => exchange.close());

describe('a fax', () => {
  it('waits, is dialled, is sent, and becomes a record', async () => {
    expect(await client.sendFax(faxTo('902123205072'))).toBe('20212');
    expect(await client.listPending(page)).toMatchObject({
      orders: [{ orderId: '20212', createdAt: '2026-06-15 12:00:00', recipient: '902123205072', status: 'Bekliyor' }],
    });
    now += pace.waitMs;
    expect(await statuses()).toEqual(['Aranıyor']);
    now += pace.dialMs;
    expect(await statuses()).toEqual(['Gönderiliyor']);
    expect((await client.listRecords({ since: now - 60_000, until: now }, page)).records).toEqual([]);
    now += 2 * pace.pageMs;
    expect(await statuses()).toEqual([]);
    expect(await recordOf('902123205072')).toMatchObject({
      ...{ direction: 'outbound', sender: '902129630131', header: 'Yılmaz & Oğulları +1', pagesCount: '2 / 2' },
      ...{ startStamp: '2026-06-15 12:00:01', answerStamp: '2026-06-15 12:00:03', endStamp: '2026-06-15 12:00:09' },
      ...{ durationSeconds: 6, transferRateBps: 14400, success: true, result: 'Başarılı' },
    });
  });

  it.each([
    ['902123205000', 3_000, false, 'Meşgul', '0 / 2'],
    ['902123205001', 7_000, false, 'Cevap yok', '0 / 2'],
    ['902123205002', 23_000, true, 'Başarılı', '2 / 2'],
    ['902123205003', 6_000, false, 'Bağlantı koptu', '1 / 2'],
  ])('to %s is over after %i ms: %s, %s, %s', async (recipient, afterMs, success, result, pagesCount) => {
    await client.sendFax(faxTo(recipient));
    now += afterMs - 1;
    expect(await statuses()).toHaveLength(1);
    now += 1;
    expect(await statuses()).toEqual([]);
    expect(await recordOf(recipient)).toMatchObject({ success, result, pagesCount });
  });

  it('to a number that ends in 04 is refused', async () => {
    const error = await rejection(client.sendFax(faxTo('902123205004')));
    expect(failureOf(error)).toEqual({ kind: 'refused', status: 400, message: 'remote_station_id is not allowed' });
    expect(exchange.received()).toEqual([]);
    expect(exchange.posts()).toEqual([{ at: now, recipient: '902123205004', orderId: null, status: 400 }]);
  });

  it('is kept as it was sent', async () => {
    await client.sendFax({ ...faxTo('902123205072'), sender: '908501234567' });
    const [received] = exchange.received();
    expect(received).toMatchObject({ orderId: '20212', sender: '908501234567', header: 'Yılmaz & Oğulları +1' });
    expect(Buffer.from(received?.bytes ?? []).equals(pdf)).toBe(true);
    now += 60_000;
    const { callUuid = '' } = (await recordOf('902123205072')) ?? {};
    expect(Buffer.from((await wholeDocument(client, callUuid)).bytes).equals(pdf)).toBe(true);
  });

  it('is neither pending nor recorded while its record is late', async () => {
    await exchange.close();
    await start({ pace: { ...pace, recordDelayMs: 5000 } });
    await client.sendFax(faxTo('902123205000'));
    now += 4000;
    expect([await statuses(), await recordOf('902123205000')]).toEqual([[], undefined]);
    now += 4000;
    expect(await recordOf('902123205000')).toBeDefined();
  });

  it('that arrives is recorded and can be fetched', async () => {
    const callUuid = await exchange.arriveFax({ sender: '493012345678', pages: 3 });
    const { records } = await client.listRecords({ direction: 'inbound', since: now - 200_000, until: now }, page);
    expect(records).toMatchObject([{ callUuid, sender: '493012345678', pagesCount: '3 / 3', success: true }]);
    const { bytes, type } = await wholeDocument(client, callUuid);
    expect([type, (await PDFDocument.load(bytes)).getPageCount()]).toEqual(['pdf', 3]);
  });
});

describe('an order', () => {
  it.each([
    [
      'without a header',
      () => form(filedata(pdf), { local_station_header: ' ' }),
      '400 local_station_header is required',
    ],
    ['without a recipient', () => form(filedata(pdf), { remote_station_id: '' }), '400 remote_station_id is required'],
    ['to no number', () => form(filedata(pdf), { remote_station_id: '+90 212' }), '400 invalid remote_station_id'],
    ['from no number', () => form(filedata(pdf), { local_station_id: 'x' }), '400 invalid local_station_id'],
    ['without a file', () => form(''), '400 filedata is required'],
    ['of a file without base64', () => form('data:application/pdf,x'), '400 invalid base64'],
    ['of a bare base64', () => form('AAAA'), '400 invalid base64'],
    ['of base64 cut short', () => form('data:application/pdf;base64,AAA'), '400 invalid base64'],
    ['with a bare plus sign', () => form(filedata('\u00fb\u00ef\u00be')).replaceAll('%2B', '+'), '400 invalid base64'],
    ['of a text', () => form(filedata('hello', 'text/plain')), '400 invalid file type'],
    ['of a text that calls itself a PDF', () => form(filedata('hello')), '400 invalid file'],
    ['of a PDF cut short', () => form(filedata(pdf.subarray(0, 300))), '400 invalid file'],
    ['of a TIFF cut short', () => form(filedata('II*\0', 'image/tiff')), '400 invalid file'],
    [
      'of a JPEG cut short',
      () => form(filedata(Buffer.from('\xff\xd8\xff\xe0', 'latin1'), 'image/jpeg')),
      '400 invalid file',
    ],
    [
      'of a PNG cut short',
      () => form(filedata(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'image/png')),
      '400 invalid file',
    ],
    ['with a broken percent sign', () => 'key=%zz', '400 invalid form encoding'],
    ['with another key', () => form(filedata(pdf), { key: 'no' }), '401 Gecersiz anahtar: no'],
  ])('%s is refused', async (_name, body, answered) => {
    expect(await post(body())).toBe(answered);
    expect(exchange.received()).toEqual([]);
  });

  it('is accepted with the stray && of the customer', async () => {
    expect(await post(form(filedata(pdf)).replace('&', '&&'))).toBe('200 20212');
  });

  it.each([
    ['png', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR....IEND', 'latin1'), 1],
    ['jpeg', Buffer.from('\xff\xd8\xff\xe0....\xff\xd9', 'latin1'), 1],
    ['tiff', Buffer.from('II*\0\x08\0\0\0\0\0\x0e\0\0\0\0\0\0\0\0\0', 'latin1'), 2],
  ])('may be an image: %s', async (type, bytes, pages) => {
    expect(await post(form(filedata(bytes, `image/${type}`)))).toBe('200 20212');
    now += 60_000;
    expect((await recordOf('902123205072'))?.pagesTotal).toBe(pages);
  });

  it('comes as a form of known length, in the body', async () => {
    const body = form(filedata(pdf));
    const type = 'application/x-www-form-urlencoded';
    expect(await post(body, 'text/plain')).toBe('415 unsupported content type');
    expect(await raw('/fax_orders', 'POST', { 'Content-Type': type, 'Transfer-Encoding': 'chunked' }, body)).toBe(
      '411 Length Required',
    );
    expect(await raw(`/fax_orders?filedata=x`, 'POST', { 'Content-Type': type }, '')).toBe('414 URI Too Long');
    expect(await get(`/fax_orders?x=${'x'.repeat(9000)}`)).toBe('414 URI Too Long');
  });
});

describe('the lists', () => {
  it('know the month before', async () => {
    const { records, pagination } = await client.listRecords({}, page);
    expect(records).toHaveLength(25);
    expect(pagination).toEqual({ page: 1, totalCount: 25, totalPages: 1, limit: 100 });
    const starts = records.map(({ startStamp }) => momentOfStamp(startStamp) ?? 0);
    expect(starts).toEqual(starts.toSorted((a, b) => b - a));
    expect(new Set(records.map(({ direction }) => direction)).size).toBe(3);
    expect(records.filter(({ success, pagesTotal }) => success && pagesTotal === 0)).toHaveLength(2);
  });

  it('are filtered and paged', async () => {
    const failed = await client.listRecords({ success: false, direction: 'outbound' }, page);
    expect(failed.records.map(({ result }) => result)).toContain('Meşgul');
    expect(failed.records.every(({ success, direction }) => !success && direction === 'outbound')).toBe(true);
    const third = await client.listRecords({}, { limit: 10, page: 3 });
    expect(third.records).toHaveLength(5);
    expect(third.pagination).toEqual({ page: 3, totalCount: 25, totalPages: 3, limit: 10 });
    const day = { since: now - 2 * 86_400_000, until: now };
    expect((await client.listRecords(day, page)).records.length).toBeLessThan(6);
  });

  it.each([
    ['/fdrs?limit=9', '400 limit must be between 10 and 100'],
    ['/fax_orders?limit=101', '400 limit must be between 10 and 100'],
    ['/fdrs?page=0', '400 page must be 1 or more'],
    ['/fdrs?direction=out', '400 invalid direction'],
    ['/fdrs?success=yes', '400 invalid success'],
    ['/fdrs?start_stamp_from=2026-06-15', '400 invalid start_stamp_from'],
    [
      '/fdrs?start_stamp_from=2026-05-01%2000:00:00%20UTC&start_stamp_to=2026-06-01%2000:00:01%20UTC',
      '400 date range cannot be longer than 31 days',
    ],
    ['/nothing', '404 not found'],
  ])('answer %s with %s', async (path, answered) => {
    expect(await get(path)).toBe(answered);
  });

  it('come in the old shape too', async () => {
    await client.sendFax(faxTo('902123205072'));
    exchange.answerIn('old');
    expect(JSON.parse((await get('/fax_orders')).slice(4))).toMatchObject([{ id: 20212, status: 'Bekliyor' }]);
    expect((await client.listPending(page)).orders).toHaveLength(1);
    expect(await raw('/caller_ids?key=x', 'GET', {}, '')).toBe('400 Gecersiz anahtar: x');
  });
});

it('gives out an address of a document for one hour', async () => {
  const error = await rejection(wholeDocument(client, 'no-such-call'));
  expect(failureOf(error)).toEqual({ kind: 'callNotFound', callUuid: 'no-such-call' });
  const { callUuid = '', pagesTotal } = (await client.listRecords({}, page)).records[0] ?? {};
  const body = new URLSearchParams({ key, call_uuid: callUuid }).toString();
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': body.length };
  const url = (await raw('/fax_document_url/', 'POST', headers, body)).slice('200 '.length);
  const answered = await fetch(url);
  expect((await PDFDocument.load(await answered.arrayBuffer())).getPageCount()).toBe(pagesTotal);
  now += 3_600_000;
  expect((await fetch(url)).status).toBe(410);
});

it('keeps a phone book', async () => {
  expect(await client.callerIds()).toEqual(['902129630131', '908501234567']);
  expect(await client.contactGroups()).toContainEqual({ id: '1', name: 'Müşteriler' });
  const contactId = await client.createContact({
    name: 'Ada',
    phone: '902123205072',
    companyName: 'X',
    groupIds: ['2'],
  });
  await client.updateContact(contactId, { name: 'Ada', phone: '902123205073' });
  expect((await client.contacts(page)).contacts).toContainEqual(
    expect.objectContaining({ id: contactId, phone: '902123205073', companyName: 'X', groupIds: ['2'] }),
  );
  await client.deleteContact(contactId);
  expect((await client.contacts(page)).contacts).toHaveLength(4);
  expect(failureOf(await rejection(client.deleteContact(contactId)))).toMatchObject({ kind: 'refused', status: 404 });
});

describe('misbehaving', () => {
  const send = () => rejection(client.sendFax(faxTo('902123205072')));

  it.each([
    [{ kind: 'dropBeforeBody' }, 'unknown', 0],
    [{ kind: 'dropAfterBody' }, 'unknown', 0],
    [{ kind: 'loseAnswer' }, 'unknown', 1],
    [{ kind: 'status', status: 503 }, 'unknown', 0],
    [{ kind: 'status', status: 502, served: true }, 'unknown', 1],
    [{ kind: 'status', status: 403 }, 'refused', 0],
    [{ kind: 'rateLimit', retryAfter: 5 }, 'rateLimited', 0],
    [{ kind: 'html' }, 'unknown', 1],
    [{ kind: 'malformed' }, 'unknown', 1],
    [{ kind: 'empty' }, 'unknown', 1],
    [{ kind: 'wrongKey' }, 'refused', 0],
  ] as const)('%j leaves the outcome %s and %i orders, once', async (fault, outcome, orders) => {
    exchange.misbehave(fault);
    const error = await send();
    expect([outcomeOfPost(error), exchange.received().length]).toEqual([outcome, orders]);
    expect(exchange.posts()).toHaveLength(1);
    expect(await send()).toBeNull();
  });

  it('is done as often as was asked, at the call that was named', async () => {
    exchange.misbehave({ kind: 'status', status: 500, on: 'GET /fdrs' }, 2);
    expect(await rejection(client.callerIds())).toBeNull();
    expect(await rejection(client.listRecords({}, page))).toMatchObject({ status: 500 });
    expect(await rejection(client.listRecords({}, page))).toMatchObject({ status: 500 });
    expect(await rejection(client.listRecords({}, page))).toBeNull();
    exchange.misbehave({ kind: 'html' }, 9);
    exchange.misbehave(null);
    expect(await send()).toBeNull();
  });

  it('echoes the key, as the service does', async () => {
    exchange.misbehave({ kind: 'wrongKey' });
    expect(await get('/caller_ids')).toBe(`401 Gecersiz anahtar: ${key}`);
  });

  it('answers late, or never when it is closed meanwhile', async () => {
    exchange.misbehave({ kind: 'slow', ms: 50 });
    const before = Date.now();
    await client.callerIds();
    expect(Date.now() - before).toBeGreaterThanOrEqual(49);
    exchange.misbehave({ kind: 'slow', ms: 60_000, on: 'GET /caller_ids' });
    const waiting = rejection(client.callerIds());
    await client.contactGroups();
    await exchange.close();
    expect(await waiting).toMatchObject({ name: 'ConnectionLostError' });
    await start();
  });

  it('leaves the key out of its log', async () => {
    await send();
    expect(JSON.stringify(exchange.posts())).not.toContain(key);
  });
});

describe('with a folder', () => {
  let stateFolder: string;
  beforeEach(async () => {
    stateFolder = mkdtempSync(join(tmpdir(), 'faksla-exchange-'));
    await exchange.close();
    await start({ stateFolder });
  });
  afterEach(() => rmSync(stateFolder, { recursive: true }));

  it('goes on after a restart where the time has got to', async () => {
    await client.sendFax(faxTo('902123205072'));
    await exchange.arriveFax();
    await client.createContact({ name: 'Ada', phone: '902123205072' });
    await exchange.close();
    now += pace.waitMs;
    await start({ stateFolder });
    expect(await statuses()).toEqual(['Aranıyor']);
    expect(Buffer.from(exchange.received()[0]?.bytes ?? []).equals(pdf)).toBe(true);
    expect((await client.listRecords({}, page)).records).toHaveLength(26);
    expect((await client.contacts(page)).contacts).toHaveLength(5);
    expect(await client.sendFax(faxTo('902123205072'))).toBe('20213');
  });

  it('is shared by two at a time', async () => {
    const other = await startExchange({ key, pace, now: () => now, stateFolder });
    const otherClient = createApiClient({
      baseUrl: other.url,
      getKey: () => Promise.resolve(key),
      fetch: inOnePiece(fetch),
    });
    const sent = [client, otherClient, client, otherClient].map((each) => each.sendFax(faxTo('902123205072')));
    expect(new Set(await Promise.all(sent)).size).toBe(4);
    expect((await client.listPending(page)).orders).toHaveLength(4);
    expect((await otherClient.listRecords({}, page)).records).toEqual((await client.listRecords({}, page)).records);
    await other.close();
  });
});

it('makes another key each time, of the shape of the service', () => {
  expect(demoKey()).toMatch(/^K\d{8}(?:-\d{4}){3}-\d{12}$/);
  expect(demoKey()).not.toBe(demoKey());
});
