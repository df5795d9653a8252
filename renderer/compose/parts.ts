import type { Client } from '../bridge';
import type { ReadPart } from './worker/stored';
import { collectGarbage } from './worker/collect-garbage';

/** So many bytes may lie about on the window's side before they are collected. */
const LEFT_BYTES = 4_000_000;

/** Parts of given files, from main. Each leaves copies behind that it was handed through. */
export function partsFrom(client: Client): ReadPart {
  let left = 0;
  return async ({ token }, from) => {
    const part = await client.call('files.read', { token, from });
    left += part.ok ? part.value.bytes.length : 0;
    if (left > LEFT_BYTES) {
      left = 0;
      collectGarbage();
    }
    return part;
  };
}
