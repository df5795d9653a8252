import { givenAddresses, type GivenAddresses } from '../../../app/given-files';
import type { Failure } from '../../../app/failure';
import { fail, ok, type Result } from '../../../app/result';
import type { Room } from './room';

/** A file that main keeps for the window. Its bytes are read whenever they are needed, and kept nowhere (decision 0012). */
export interface GivenFile {
  readonly token: string;
}

/** All bytes of a given file, or about the first `most`; they lie where those of the next will where the room is the same for all. */
export type ReadGiven = (file: GivenFile, most?: number) => Promise<Result<Uint8Array>>;

/** Reads given files to `room`: at their direct addresses, or where that can't be done, as with a path Chromium finds too long, by main. */
export function givenReader(room: Room, addressesOf: (token: string) => GivenAddresses = givenAddresses): ReadGiven {
  return async ({ token }, most = Infinity) => {
    const { direct, own } = addressesOf(token);
    const answer = await fetch(direct).catch(() => null);
    const bytes = answer?.ok === true ? await readTo(room, answer, most).catch(() => null) : null;
    return bytes === null ? byMain(own) : ok(bytes);
  };
}

async function byMain(address: string): Promise<Result<Uint8Array>> {
  const answer = await fetch(address);
  return answer.ok ? ok(new Uint8Array(await answer.arrayBuffer())) : fail((await answer.json()) as Failure);
}

/** The first `most` bytes of an answer; `null` where there are fewer than it says, or it says nothing. */
async function readTo(room: Room, { body, headers }: Response, most: number): Promise<Uint8Array | null> {
  const total = Math.min(Number(headers.get('content-length')), most);
  if (body === null || total === 0) return null;
  const reader = body.getReader({ mode: 'byob' });
  let buffer = room.take(total);
  let count = 0;
  while (count < total) {
    const { value, done } = await reader.read(new Uint8Array(buffer, count, total - count));
    if (value === undefined) return null;
    buffer = value.buffer;
    count += value.length;
    if (done) break;
  }
  // What is left of it is of no use; where that fails it is over.
  void reader.cancel().catch(() => undefined);
  room.giveBack(buffer);
  return count === total ? new Uint8Array(buffer, 0, total) : null;
}
