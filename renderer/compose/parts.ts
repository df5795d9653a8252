import type { Client } from '../bridge';
import { collectGarbage } from './worker/collect-garbage';
import type { ReadPart } from './worker/stored';

/** So many bytes may lie about on the window's side before those that are young are collected. */
const LEFT_BYTES = 4_000_000;

/** All of it is collected every so many times: that takes long enough to be seen. */
const MINOR_COLLECTIONS = 4;

/** Parts of given files, from main. Each leaves copies behind that it was handed through. */
export function partsFrom(client: Client): ReadPart {
  let left = 0;
  let collections = 0;
  return async ({ token }, from) => {
    const part = await client.call('files.read', { token, from });
    left += part.ok ? part.value.bytes.length : 0;
    if (left > LEFT_BYTES) {
      left = 0;
      collections = (collections + 1) % MINOR_COLLECTIONS;
      collectGarbage(collections === 0 ? 'major' : 'minor');
    }
    return part;
  };
}
