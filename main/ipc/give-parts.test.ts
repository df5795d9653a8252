import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PartAnswer, PartWanted } from '../../app/file-parts';
import { PIECE_BYTES } from '../../app/pieces';
import { createOpenedFiles } from '../os/opened-files';
import { giveParts } from './give-parts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'faksla-parts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const content = Uint8Array.from({ length: 2 * PIECE_BYTES + 7 }, (_, at) => at % 251);

/** A port as main has it, and what is answered on it: copied, as the other side gets it. */
async function port() {
  const path = join(folder, 'a.png');
  writeFileSync(path, content);
  const files = createOpenedFiles();
  const [opened] = await files.open([path]);
  const channel = new MessageChannel();
  const answers: PartAnswer[] = [];
  let heard = (): void => undefined;
  channel.port2.onmessage = ({ data }: MessageEvent<PartAnswer>) => {
    answers.push(data);
    heard();
  };
  giveParts(
    {
      on(_event: string, listener: (event: Electron.MessageEvent) => void) {
        channel.port1.onmessage = ({ data }) => listener({ data: data as unknown, ports: [] });
        return this;
      },
      postMessage: (message: unknown) => channel.port1.postMessage(message),
      start: () => channel.port1.start(),
    } as Parameters<typeof giveParts>[0],
    files,
  );
  const until = async (isThere: () => boolean): Promise<void> => {
    while (!isThere()) await new Promise<void>((resolve) => (heard = resolve));
  };
  const ask = (wanted: PartWanted): void => channel.port2.postMessage(wanted);
  const close = (): void => channel.port1.close();
  return { token: opened?.token ?? '', ask, answers, until, close };
}

const bytesOf = (answers: readonly PartAnswer[], id: number): Uint8Array[] =>
  answers.flatMap((answer) => (answer.id === id && 'bytes' in answer ? [answer.bytes] : []));

it('gives a part in pieces, of which none is another’s', async () => {
  const { token, ask, answers, until, close } = await port();
  ask({ id: 1, token, from: 0 });
  ask({ id: 2, token, from: PIECE_BYTES });
  await until(() => answers.length === 7);
  close();
  expect(answers[0]).toEqual({ id: 1, length: content.length, total: content.length });
  expect(Buffer.concat(bytesOf(answers, 1)).equals(content)).toBe(true);
  expect(bytesOf(answers, 1).map(({ length }) => length)).toEqual([PIECE_BYTES, PIECE_BYTES, 7]);
  expect(answers[4]).toEqual({ id: 2, length: PIECE_BYTES + 7, total: content.length });
  expect(Buffer.concat(bytesOf(answers, 2)).equals(content.subarray(PIECE_BYTES))).toBe(true);
});

it('says why there is none, and goes on', async () => {
  const { token, ask, answers, until, close } = await port();
  ask({ id: 1, token: join(folder, 'a.png'), from: 0 });
  ask({ id: 2, token, from: content.length });
  await until(() => answers.length === 2);
  close();
  expect(answers).toMatchObject([
    { id: 1, failure: { kind: 'fileNotFound' } },
    { id: 2, length: 0, total: content.length },
  ]);
});
