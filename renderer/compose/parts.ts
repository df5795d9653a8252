import type { Client } from '../bridge';
import type { ReadPart } from './worker/stored';

/** Parts of given files, from main. */
export const partsFrom =
  (client: Client): ReadPart =>
  ({ token }, from) =>
    client.call('files.read', { token, from });
