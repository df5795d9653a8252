import { expect, it } from 'vitest';
import type { PartAnswer, PartWanted } from '../../../app/file-parts';
import { fail, ok } from '../../../app/result';
import { askForParts, sameRoom } from './ask-for-parts';

/** Main's end of a port, which answers what it is asked by these, and what was asked. */
function main(answersTo: (wanted: PartWanted) => PartAnswer[]) {
  const { port1, port2 } = new MessageChannel();
  const asked: PartWanted[] = [];
  port2.onmessage = ({ data }: MessageEvent<PartWanted>) => {
    asked.push(data);
    for (const answer of answersTo(data)) port2.postMessage(answer);
  };
  return { port: port1, asked, close: () => port2.close() };
}

const pieces = (id: number, ...each: number[][]): PartAnswer[] => [
  { id, length: each.flat().length, total: 20 },
  ...each.map((bytes) => ({ id, bytes: Uint8Array.from(bytes) })),
];

const part = (...bytes: number[]) => ok({ bytes: Uint8Array.from(bytes), total: 20 });

it('puts the pieces of a part together', async () => {
  const { port, asked, close } = main(({ id }) => pieces(id, [1, 2], [3, 4], [5]));
  const read = askForParts(port);
  expect(await read({ token: 'a' }, 7)).toEqual(part(1, 2, 3, 4, 5));
  expect(asked).toEqual([{ id: 1, token: 'a', from: 7 }]);
  close();
});

it('knows an empty part, and why there is none', async () => {
  const failure = { kind: 'fileNotFound', name: 'b' } as const;
  const { port, close } = main(({ id, token }) => (token === 'a' ? pieces(id) : [{ id, failure }]));
  const read = askForParts(port);
  expect(await read({ token: 'a' }, 20)).toEqual(part());
  expect(await read({ token: 'b' }, 0)).toEqual(fail(failure));
  close();
});

it('tells the parts of two questions from each other', async () => {
  const kept: PartAnswer[] = [];
  const { port, close } = main(({ id, token }) => {
    kept.push(...pieces(id, token === 'a' ? [1, 2] : [3]));
    return token === 'a' ? [] : [kept[0], kept[2], kept[3], kept[1]].filter((answer) => answer !== undefined);
  });
  const read = askForParts(port);
  expect(await Promise.all([read({ token: 'a' }, 0), read({ token: 'b' }, 0)])).toEqual([part(1, 2), part(3)]);
  close();
});

it('reads into the same memory where that is wanted', async () => {
  const { port, close } = main(({ id, from }) => pieces(id, [from, from]));
  const read = askForParts(port, sameRoom());
  const first = await read({ token: 'a' }, 1);
  const second = await read({ token: 'a' }, 2);
  expect(second).toEqual(part(2, 2));
  expect(first.ok && second.ok && first.value.bytes.buffer === second.value.bytes.buffer).toBe(true);
  close();
});
