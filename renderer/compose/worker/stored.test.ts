import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { fail, ok } from '../../../app/result';
import type { ReadGiven } from './read-given';
import { readBeginning, readStored, readEnds } from './stored';

const content = Uint8Array.from({ length: 10 }, (_, i) => i);
const given = { token: 'a' };

const missing = fail({ kind: 'fileNotFound', name: 'a' });
const never: ReadGiven = () => Promise.reject(new Error('No given file is read.'));

it('a given file is read as it is given', async () => {
  expect(await readStored(given, 'a', () => Promise.resolve(ok(content)))).toEqual(ok(content));
  expect(await readStored(given, 'a', () => Promise.resolve(missing))).toEqual(missing);
});

it('a file the browser holds is read at once, if it is not too large', async () => {
  expect(await readStored(new Blob([content]), 'a', never)).toEqual(ok(content));
  const large = Object.defineProperty(new Blob(), 'size', { value: 100_000_001 });
  expect(await readStored(large, 'a', never)).toEqual(fail({ kind: 'fileTooLarge', name: 'a', limitMb: 100 }));
});

it('a document that is looked at is fetched, as long as it is there', async () => {
  const server = createServer((request, answer) => answer.writeHead(request.url === '/there' ? 200 : 404).end(content));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const unreadable = fail({ kind: 'fileUnreadable', name: 'a' });
  try {
    expect(await readStored({ address: `${origin}/there` }, 'a', never)).toEqual(ok(content));
    expect(await readBeginning({ address: `${origin}/there` }, 3, never)).toEqual(content);
    expect(await readStored({ address: `${origin}/gone` }, 'a', never)).toEqual(unreadable);
  } finally {
    await new Promise((closed) => server.close(closed));
  }
  expect(await readStored({ address: `${origin}/there` }, 'a', never)).toEqual(unreadable);
});

it('the ends of a document are fetched apart', async () => {
  const server = createServer((request, answer) => {
    const headers = { 'faksla-beginning': '4', 'faksla-total': '20' };
    answer.writeHead(request.url === '/there/ends' ? 200 : 404, headers).end(content.subarray(0, 6));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const [beginning, end] = [content.slice(0, 4), content.slice(4, 6)];
    expect(await readEnds({ address: `${origin}/there` })).toEqual({ beginning, end, total: 20 });
    expect(await readEnds({ address: `${origin}/gone` })).toBeNull();
  } finally {
    await new Promise((closed) => server.close(closed));
  }
  expect(await readEnds({ address: `${origin}/there` })).toBeNull();
});

it('the beginning is enough to tell a kind by', async () => {
  expect(await readBeginning(new Blob([content]), 3, never)).toEqual(content.slice(0, 3));
  expect(await readBeginning(given, 3, () => Promise.resolve(ok(content)))).toEqual(content);
  expect(await readBeginning(given, 3, () => Promise.resolve(missing))).toEqual(new Uint8Array());
});
