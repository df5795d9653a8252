import { net } from 'electron';
import { fetchOver } from './net-request';

/**
 * The client's `Fetch` over Chromium's network: the system's proxy and certificates, a true Content-Length, progress of
 * the upload. No cookies, no stored credentials, no cache, no redirects.
 */
export const netFetch = fetchOver((options) =>
  net.request({
    ...options,
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    bypassCustomProtocolHandlers: true,
  }),
);
