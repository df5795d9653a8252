import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { givenAddresses, tokenOfOwn } from '../../../app/given-files';
import { fail, ok } from '../../../app/result';
import { givenReader, type ReadGiven } from './read-given';
import { newRoom, sameRoom } from './room';

const content = Uint8Array.from({ length: 200_000 }, (_, at) => at % 251);
const other = Uint8Array.of(1, 2, 3);

/** What is answered at each path. */
const answers: Record<string, (answer: ServerResponse) => unknown> = {
  '/direct/whole': (answer) => answer.writeHead(200, { 'content-length': content.length }).end(content),
  '/direct/other': (answer) => answer.writeHead(200, { 'content-length': other.length }).end(other),
  '/direct/unsaid'(answer) {
    answer.write(content);
    answer.end();
  },
  '/direct/cut'(answer) {
    answer.writeHead(200, { 'content-length': content.length }).write(content.subarray(0, 9));
    answer.socket?.end();
  },
  '/own/unsaid': (answer) => answer.end(other),
  '/own/cut': (answer) => answer.end(other),
  '/own/tooLong': (answer) => answer.end(other),
  '/own/gone': (answer) => answer.writeHead(404).end(JSON.stringify({ kind: 'fileNotFound', name: 'a.png' })),
};

let server: Server;
let asked: string[];
beforeEach(async () => {
  asked = [];
  server = createServer(({ url = '' }, answer) => {
    asked.push(url);
    const own = answers[url];
    if (own) own(answer);
    else answer.writeHead(500).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
});
afterEach(() => new Promise((closed) => server.close(closed)));

function reader(room = newRoom): ReadGiven {
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return givenReader(room, (token) => ({ direct: `${origin}/direct/${token}`, own: `${origin}/own/${token}` }));
}

it('reads a file directly, and main is not asked', async () => {
  expect(await reader()({ token: 'whole' })).toEqual(ok(content));
  expect(asked).toEqual(['/direct/whole']);
});

it('reads no more than is wanted', async () => {
  expect(await reader()({ token: 'whole' }, 9)).toEqual(ok(content.subarray(0, 9)));
  expect(await reader()({ token: 'other' }, 9)).toEqual(ok(other));
});

it('reads one file after the other to the same memory', async () => {
  const read = reader(sameRoom());
  const first = await read({ token: 'whole' });
  expect(first).toEqual(ok(content));
  expect(await read({ token: 'other' })).toEqual(ok(other));
  expect(await read({ token: 'whole' })).toEqual(ok(content));
});

it.each(['tooLong', 'cut', 'unsaid'])('has main read what can’t be read directly: %s', async (token) => {
  expect(await reader()({ token })).toEqual(ok(other));
  expect(asked).toEqual([`/direct/${token}`, `/own/${token}`]);
});

it('says why a file can’t be read', async () => {
  expect(await reader()({ token: 'gone' })).toEqual(fail({ kind: 'fileNotFound', name: 'a.png' }));
});

it('names a file to main by nothing but its token', () => {
  const { direct, own } = givenAddresses('a-1');
  expect(direct).toBe('faksla-given://file/a-1');
  expect(tokenOfOwn(own)).toBe('a-1');
  expect(tokenOfOwn('/assets/a-1')).toBeNull();
});
