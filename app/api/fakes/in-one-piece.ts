import { joined } from '../../joined';
import type { Fetch, FetchInit, FetchResponse } from '../fetch';

type WholeInit = Omit<FetchInit, 'body'> & { readonly body?: Uint8Array<ArrayBuffer> | string };

/** The client's `Fetch` of one that takes no parts, as Node's own. */
export const inOnePiece =
  (fetch: (url: string, init: WholeInit) => Promise<FetchResponse>): Fetch =>
  (url, { body, ...init }) =>
    fetch(url, { ...init, ...(body !== undefined && { body: typeof body === 'string' ? body : joined(body) }) });
