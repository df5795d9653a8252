import type { Failure } from '../failure';
import { maxDocumentMb } from './document-limit';
import {
  AbortedError,
  CallNotFoundError,
  ConnectionLostError,
  DocumentTooLargeForUrlError,
  DocumentUnusableError,
  InsecureUrlError,
  UnusableUrlError,
  InvalidDocumentError,
  InvalidKeyError,
  KeyUnavailableError,
  MissingKeyError,
  NotReachableError,
  RateLimitedError,
  RefusedError,
  ServerFaultError,
  TimedOutError,
  UnreadableAnswerError,
} from './errors';

/**
 * What an error of the client is to the user. `recipient`: given for a POST of a fax, of which any unknown outcome is
 * `unconfirmed`. Otherwise throws what is no error of the client: that is a bug.
 */
export function failureOf(error: unknown, context: { readonly recipient?: string } = {}): Failure {
  if (context.recipient !== undefined && isOutcomeUnknown(error)) {
    return { kind: 'unconfirmed', recipient: context.recipient };
  }
  const failure = beforeTheService(error) ?? byTheService(error);
  if (failure === null) throw error;
  return failure;
}

function beforeTheService(error: unknown): Failure | null {
  if (error instanceof MissingKeyError) return { kind: 'keyMissing' };
  if (error instanceof KeyUnavailableError) return { kind: 'keychainUnavailable' };
  if (error instanceof InsecureUrlError) return { kind: 'insecureUrl', url: error.url };
  if (error instanceof UnusableUrlError) return { kind: 'urlUnusable', url: error.url };
  if (error instanceof AbortedError) return { kind: 'cancelled' };
  if (error instanceof TimedOutError) return { kind: 'timedOut', host: error.host };
  if (error instanceof NotReachableError || error instanceof ConnectionLostError) {
    return { kind: 'notReachable', host: error.host };
  }
  return null;
}

function byTheService(error: unknown): Failure | null {
  if (error instanceof InvalidKeyError) return { kind: 'keyRefused' };
  if (error instanceof CallNotFoundError) return { kind: 'callNotFound', callUuid: error.callUuid };
  if (error instanceof RateLimitedError) return { kind: 'rateLimited', retryAfterSeconds: error.retryAfterSeconds };
  if (error instanceof ServerFaultError) return { kind: 'serverFault', status: error.status };
  if (error instanceof UnreadableAnswerError) return { kind: 'answerUnreadable', call: error.call };
  if (error instanceof InvalidDocumentError) return { kind: 'refused', status: 400, message: error.serviceMessage };
  if (error instanceof RefusedError) return { kind: 'refused', status: error.status, message: error.serviceMessage };
  if (error instanceof DocumentTooLargeForUrlError) return { kind: 'refused', status: 414, message: '' };
  if (error instanceof DocumentUnusableError) return unusableDocuments[error.why];
  return null;
}

const unusableDocuments: Readonly<Record<DocumentUnusableError['why'], Failure>> = {
  empty: { kind: 'documentEmpty' },
  tooLarge: { kind: 'documentTooLarge', limitMb: maxDocumentMb },
  wrongType: { kind: 'documentWrongType' },
  cut: { kind: 'documentCut' },
  insecureUrl: { kind: 'documentInsecure' },
  linkExpired: { kind: 'documentLinkExpired' },
};

/** What is known of a POST that was not answered with an order id (design D3). */
export type PostOutcome = 'notSent' | 'refused' | 'rateLimited' | 'unknown';

/**
 * Sorts an error of `sendFax`: `notSent`, `refused` and `rateLimited` are definite and permit another POST; `unknown`,
 * which is everything not known to be one of those, does not.
 */
export function outcomeOfPost(error: unknown): PostOutcome {
  if (isNotSent(error)) return 'notSent';
  if (error instanceof RateLimitedError) return 'rateLimited';
  return isRefused(error) ? 'refused' : 'unknown';
}

const isOutcomeUnknown = (error: unknown): boolean => outcomeOfPost(error) === 'unknown';

const isNotSent = (error: unknown): boolean =>
  error instanceof MissingKeyError ||
  error instanceof KeyUnavailableError ||
  error instanceof InsecureUrlError ||
  error instanceof UnusableUrlError ||
  error instanceof NotReachableError ||
  (error instanceof AbortedError && !error.requestLeft);

const isRefused = (error: unknown): boolean =>
  error instanceof InvalidKeyError ||
  error instanceof InvalidDocumentError ||
  error instanceof CallNotFoundError ||
  error instanceof DocumentTooLargeForUrlError ||
  error instanceof RefusedError;
