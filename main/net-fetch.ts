import { net } from 'electron';
import type { Fetch } from '../app/api/fetch';
import { fetchOver, type NetRequest } from './net-request';
import { collectGarbage } from './engine';

const fetchByNet = fetchOver((options) => {
  const request: unknown = net.request({
    ...options,
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    bypassCustomProtocolHandlers: true,
  });
  // Electron's types leave out that its answers are Node's Readable streams, which its documentation promises.
  return request as NetRequest;
});

const MOST_LEFT_BYTES = 16_000_000;
let leftBytes = 0;

/** Electron copies the whole body of every request, and V8 would leave 50 MB of those copies lying. */
function tidyUpAfter(body: readonly Uint8Array[]): void {
  leftBytes += body.reduce((bytes, part) => bytes + part.length, 0);
  if (leftBytes < MOST_LEFT_BYTES) return;
  leftBytes = 0;
  collectGarbage();
}

/**
 * The client's `Fetch` over Chromium's network: the system's proxy and certificates, a true Content-Length, progress of
 * the upload. No cookies, no stored credentials, no cache, no redirects.
 */
export const netFetch: Fetch = (url, init) => {
  if (init.body !== undefined && typeof init.body !== 'string') tidyUpAfter(init.body);
  return fetchByNet(url, init);
};
