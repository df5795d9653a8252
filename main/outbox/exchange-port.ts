import type { ApiClient } from '../../app/api/client';
import type { FaxRecord, RecordFilter } from '../../app/api/entities';
import {
  DocumentTooLargeForUrlError,
  InvalidDocumentError,
  InvalidKeyError,
  RateLimitedError,
  RefusedError,
} from '../../app/api/errors';
import { outcomeOfPost } from '../../app/api/failure-of';
import { everyPage } from '../../app/outbox/every-page';
import type { ExchangePort } from '../../app/outbox/ports';
import { keyRefusedMessage } from '../../app/outbox/post-outcome';
import type { PostOutcome } from '../../app/outbox/post-outcome';

const WINDOW_MS = 30 * 24 * 3_600_000;

/** The outbox's calls, made through the API client. */
export function createExchangePort(api: ApiClient): ExchangePort<AbortSignal> {
  return {
    send: ({ recipient, sender, header }, pdf, { signal, onProgress }) =>
      api.sendFax(
        { pdf, mime: 'application/pdf', recipient, sender, header },
        { signal, onUploadProgress: onProgress },
      ),
    listPending: () =>
      everyPage(
        async (page) => {
          const { orders, pagination } = await api.listPending(page);
          return { entries: orders, pagination };
        },
        ({ orderId }) => orderId,
      ),
    async listRecords(since) {
      const all: FaxRecord[] = [];
      for (const window of windowsSince(since, Date.now())) all.push(...(await recordsIn(api, window)));
      return all;
    },
  };
}

const recordsIn = (api: ApiClient, window: RecordFilter): Promise<FaxRecord[]> =>
  everyPage(
    async (page) => {
      const { records, pagination } = await api.listRecords(window, page);
      return { entries: records, pagination };
    },
    ({ callUuid }) => callUuid,
  );

/** The service lists at most 31 days at once (api.md). The last window has no end: the service's clock may be ahead. */
export function windowsSince(since: number, now: number): RecordFilter[] {
  const windows: RecordFilter[] = [];
  let from = since;
  for (; now - from > WINDOW_MS; from += WINDOW_MS) windows.push({ since: from, until: from + WINDOW_MS });
  return [...windows, { since: from }];
}

/** What an error of `send` means for the delivery (D3, D7). */
export function classifyPost(error: unknown): PostOutcome {
  const outcome = outcomeOfPost(error);
  switch (outcome) {
    case 'notSent':
      return {
        kind: 'notSent',
        why: error instanceof Error && error.name === 'AbortedError' ? 'cancelled' : 'network',
      };
    case 'rateLimited':
      return {
        kind: 'rateLimited',
        retryAfterSeconds: error instanceof RateLimitedError ? error.retryAfterSeconds : null,
      };
    case 'refused':
      return { kind: 'refused', ...refusalOf(error) };
    case 'unknown':
      return { kind: 'unknown' };
  }
}

/** The status, and the service's words as the client redacted them. */
function refusalOf(error: unknown): { status: number; message: string } {
  if (error instanceof InvalidKeyError) return { status: error.status, message: keyRefusedMessage };
  if (error instanceof InvalidDocumentError) return { status: 400, message: error.serviceMessage };
  if (error instanceof DocumentTooLargeForUrlError) return { status: 414, message: 'Request-URI Too Long' };
  if (error instanceof RefusedError) return { status: error.status, message: error.serviceMessage };
  return { status: 400, message: '' };
}
