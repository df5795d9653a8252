import type { Fetch, FetchInit, FetchResponse } from '../fetch';

type WholeInit = Omit<FetchInit, 'body'> & { readonly body?: Uint8Array<ArrayBuffer> | string };

/** The client's `Fetch` of one that takes no parts, as Node's own. */
export const inOnePiece =
  (fetch: (url: string, init: WholeInit) => Promise<FetchResponse>): Fetch =>
  (url, { body, ...init }) =>
    fetch(url, { ...init, ...(body !== undefined && { body: typeof body === 'string' ? body : joined(body) }) });

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
