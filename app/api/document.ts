import { maxDocumentMb } from './document-limit';
import { ConnectionLostError, DocumentUnusableError, RefusedError, UnreadableAnswerError } from './errors';
import type { UrlParts } from './platform';
import { presentable, redactorFor } from './redact';
import { callService, successText, timeoutsOf } from './service';
import type { CallOptions, ServicePorts } from './service';
import { exchange } from './transport';
import type { Answer } from './transport';
import { encodeField, isSecure, parseUrl } from './urls';

/** Where a document's bytes go. */
export interface DocumentSink {
  /** A new download begins: what was written so far is of one that failed. */
  begin(): Promise<void>;
  /** Called with each piece in turn. */
  write(chunk: Uint8Array): Promise<void>;
}

export interface DownloadedDocument {
  readonly type: 'pdf' | 'tiff';
  readonly byteCount: number;
}

const maxRedirects = 5;
const documentCall = 'GET document';
const headBytes = 1024;

/**
 * Asks for a fax's document and passes it on, without the key, from the address the service names. The address is good
 * for one hour; one that is no longer is asked for anew, once. `CallNotFoundError` where the service has no such fax;
 * `DocumentUnusableError` for what is empty, too large, cut off, neither PDF nor TIFF, or at an address that is not secure
 * or refused again.
 */
export async function downloadDocument(
  ports: ServicePorts,
  callUuid: string,
  sink: DocumentSink,
  options: CallOptions,
): Promise<DownloadedDocument> {
  try {
    return await downloadOnce(ports, callUuid, sink, options);
  } catch (error) {
    if (!isOfAddress(error)) throw error;
  }
  try {
    return await downloadOnce(ports, callUuid, sink, options);
  } catch (error) {
    throw isOfAddress(error) ? new DocumentUnusableError('linkExpired') : error;
  }
}

const isOfAddress = (error: unknown): boolean => error instanceof RefusedError && error.call === documentCall;

async function downloadOnce(
  ports: ServicePorts,
  callUuid: string,
  sink: DocumentSink,
  options: CallOptions,
): Promise<DownloadedDocument> {
  const url = await documentUrl(ports, callUuid, options);
  const watched = watch(sink);
  await sink.begin();
  try {
    await fetchFollowing(ports, url, { ...options, sink: watched.write }, maxRedirects);
  } catch (error) {
    throw error instanceof ConnectionLostError && watched.hasBegun() ? new DocumentUnusableError('cut') : error;
  }
  return watched.outcome();
}

/** Checks by its first bytes what passes by. */
function watch(sink: DocumentSink) {
  let head: number[] = [];
  let byteCount = 0;
  let type: DownloadedDocument['type'] | null = null;
  return {
    write: async (chunk: Uint8Array): Promise<void> => {
      byteCount += chunk.length;
      if (type === null) {
        head = [...head, ...chunk.subarray(0, headBytes - head.length)];
        type = typeOf(head);
        if (type === null && head.length >= headBytes) throw new DocumentUnusableError('wrongType');
      }
      await sink.write(chunk);
    },
    hasBegun: (): boolean => byteCount > 0,
    outcome: (): DownloadedDocument => {
      if (byteCount === 0) throw new DocumentUnusableError('empty');
      if (type === null) throw new DocumentUnusableError('wrongType');
      return { type, byteCount };
    },
  };
}

async function documentUrl(ports: ServicePorts, callUuid: string, { signal }: CallOptions): Promise<UrlParts> {
  const path = '/fax_document_url/';
  const { text, redact } = await callService(ports, {
    method: 'POST',
    path,
    signal,
    content: (key) => ({
      type: 'application/x-www-form-urlencoded',
      body: `key=${encodeField(key)}&call_uuid=${encodeField(callUuid)}`,
    }),
  });
  const url = parseUrl(text.trim().replace(/^["']|["']$/g, ''));
  if (url === null) {
    throw new UnreadableAnswerError(`POST ${path}`, `it is no address: ${presentable(text.slice(0, 80), redact)}`);
  }
  return url;
}

interface FetchOptions extends CallOptions {
  readonly sink: (chunk: Uint8Array) => Promise<void>;
}

/** Redirects are followed here, one by one, because each place they lead to is checked. */
async function fetchFollowing(
  ports: ServicePorts,
  url: UrlParts,
  options: FetchOptions,
  redirectsLeft: number,
): Promise<void> {
  checkDocumentUrl(url, ports.baseUrl);
  const answer = await fetchOnce(ports, url, options);
  const location = answer.status >= 300 && answer.status < 400 ? answer.header('location') : null;
  const next = location === null ? null : parseUrl(location, url.href);
  // No key was sent, so none was refused: the address is no good, or no longer.
  if (answer.status === 401) throw new RefusedError(documentCall, 401, 'the address is not accepted');
  if (next === null || redirectsLeft === 0) {
    successText(answer, documentCall, redactorFor(null), ports.now?.() ?? Date.now());
    return;
  }
  await fetchFollowing(ports, next, options, redirectsLeft - 1);
}

async function fetchOnce(ports: ServicePorts, url: UrlParts, { signal, sink }: FetchOptions): Promise<Answer> {
  const { callMs, stallMs } = timeoutsOf(ports);
  return exchange({
    fetch: ports.fetch,
    url: url.href,
    init: { method: 'GET', headers: { Accept: '*/*', 'Cache-Control': 'no-store' } },
    call: documentCall,
    host: url.host,
    redact: redactorFor(null),
    signal,
    limits: { timeoutMs: callMs, downloadStallMs: stallMs, maxAnswerBytes: maxDocumentMb * 1024 * 1024 },
    sink,
  });
}

function checkDocumentUrl(url: UrlParts, baseUrl: string): void {
  if (isSecure(url) || (url.protocol === 'http:' && url.origin === parseUrl(baseUrl)?.origin)) return;
  throw new DocumentUnusableError('insecureUrl');
}

/** By their first bytes: ISO 32000 §7.5.2 (viewers look through the first 1,024), TIFF 6.0 §2. */
function typeOf(head: readonly number[]): DownloadedDocument['type'] | null {
  const start = String.fromCharCode(...head);
  if (start.includes('%PDF-')) return 'pdf';
  return /^(?:II[*+]\0|MM\0[*+])/.test(start) ? 'tiff' : null;
}
