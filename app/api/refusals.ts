import {
  CallNotFoundError,
  DocumentTooLargeForUrlError,
  InvalidDocumentError,
  InvalidKeyError,
  RateLimitedError,
  RefusedError,
  ServerFaultError,
  UnreadableAnswerError,
} from './errors';
import type { ApiError } from './errors';
import { presentable } from './redact';
import type { Redact } from './redact';
import { parseRetryAfter } from './retry-after';

/** An answer that is not a success, as far as its error needs it. */
export interface Refusal {
  /** The call's method and path, `GET /fdrs`. */
  readonly call: string;
  readonly status: number;
  readonly text: string;
  readonly retryAfter: string | null;
}

/** The error that an answer other than 2xx is (api.md, "Errors seen in the documents"). */
export function refusalError(refusal: Refusal, redact: Redact, nowMs: number): ApiError {
  const { call, status } = refusal;
  if (status >= 500) return new ServerFaultError(call, status);
  if (status === 429) return new RateLimitedError(parseRetryAfter(refusal.retryAfter, nowMs));
  if (status === 414) return new DocumentTooLargeForUrlError(call);
  if (status >= 400) return clientError(refusal, presentable(withoutMarkup(refusal.text), redact));
  return new UnreadableAnswerError(call, `the status is ${status}`);
}

function clientError({ call, status, text }: Refusal, message: string): ApiError {
  if (status === 401 || (status === 400 && /ge[cç]ersiz\s+anahtar/i.test(text))) return new InvalidKeyError(status);
  if (status === 400 && /invalid\s+base64/i.test(text)) return new InvalidDocumentError(message);
  const missing = /cannot find call with call_uuid\s*([\w-]{0,64})/i.exec(message);
  if (missing !== null) return new CallNotFoundError(missing[1] ?? '');
  return new RefusedError(call, status, message);
}

/** A proxy's refusal is a page: its title says what there is to say. */
function withoutMarkup(text: string): string {
  if (!/^\s*</.test(text)) return text;
  const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1];
  return title ?? text.replace(/<[^>]*>/g, ' ');
}
