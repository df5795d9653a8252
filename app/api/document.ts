import { InsecureUrlError, RefusedError, UnreadableAnswerError } from './errors';
import { presentable, redactorFor } from './redact';
import { callService, successText, timeoutsOf } from './service';
import type { CallOptions, ServicePorts } from './service';
import { exchange } from './transport';
import type { Answer } from './transport';
import { encodeField, isSecure, parseUrl } from './urls';
import type { UrlParts } from './platform';

export interface FaxDocument {
  readonly bytes: Uint8Array;
  readonly type: 'pdf' | 'tiff';
}

const maxDocumentBytes = 100 * 1024 * 1024;
const maxRedirects = 5;
const documentCall = 'GET document';

/**
 * Asks for a fax's document and fetches it, without the key, from the address the service names (good for one hour).
 * `CallNotFoundError` where the service has none; `UnreadableAnswerError` for what is neither PDF nor TIFF.
 */
export async function fetchDocument(ports: ServicePorts, callUuid: string, options: CallOptions): Promise<FaxDocument> {
  const url = await documentUrl(ports, callUuid, options);
  const { bytes } = await fetchFollowing(ports, url, options, maxRedirects);
  const type = typeOf(bytes);
  if (type === null) throw new UnreadableAnswerError(documentCall, 'it is neither a PDF nor a TIFF');
  return { bytes, type };
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

/** Redirects are followed here, one by one, because each place they lead to is checked. */
async function fetchFollowing(
  ports: ServicePorts,
  url: UrlParts,
  options: CallOptions,
  redirectsLeft: number,
): Promise<Answer> {
  checkDocumentUrl(url, ports.baseUrl);
  const answer = await fetchOnce(ports, url, options);
  const location = answer.status >= 300 && answer.status < 400 ? answer.header('location') : null;
  const next = location === null ? null : parseUrl(location, url.href);
  // No key was sent, so none was refused: the address is no good, or no longer.
  if (answer.status === 401) throw new RefusedError(documentCall, 401, 'the address is not accepted');
  if (next === null || redirectsLeft === 0) {
    successText(answer, documentCall, redactorFor(null), ports.now?.() ?? Date.now());
    return answer;
  }
  return fetchFollowing(ports, next, options, redirectsLeft - 1);
}

async function fetchOnce(ports: ServicePorts, url: UrlParts, { signal }: CallOptions): Promise<Answer> {
  const { callMs, stallMs } = timeoutsOf(ports);
  return exchange({
    fetch: ports.fetch,
    url: url.href,
    init: { method: 'GET', headers: { Accept: '*/*', 'Cache-Control': 'no-store' } },
    call: documentCall,
    host: url.host,
    redact: redactorFor(null),
    signal,
    limits: { timeoutMs: callMs, downloadStallMs: stallMs, maxAnswerBytes: maxDocumentBytes },
  });
}

function checkDocumentUrl(url: UrlParts, baseUrl: string): void {
  if (isSecure(url) || (url.protocol === 'http:' && url.origin === parseUrl(baseUrl)?.origin)) return;
  throw new InsecureUrlError(`${url.protocol}//${url.host}`);
}

/** By their first bytes: ISO 32000 §7.5.2 (viewers look through the first 1,024), TIFF 6.0 §2. */
function typeOf(bytes: Uint8Array): FaxDocument['type'] | null {
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  if (start.includes('%PDF-')) return 'pdf';
  return /^(?:II[*+]\0|MM\0[*+])/.test(start) ? 'tiff' : null;
}
