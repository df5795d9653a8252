import { startDeadline } from './deadline';
import type { Deadline } from './deadline';
import {
  AbortedError,
  ApiError,
  ConnectionLostError,
  DocumentUnusableError,
  NotReachableError,
  TimedOutError,
  UnreadableAnswerError,
} from './errors';
import type { Fetch, FetchInit, FetchResponse } from './fetch';
import { isNeverSent } from './never-sent';
import type { Signal } from './platform';
import { BodyTooLargeError, passBytes, readBytes } from './read-body';
import { redactedCause } from './redact';
import type { Redact } from './redact';

/** One request and the bounds it runs in. */
export interface Exchange {
  readonly fetch: Fetch;
  readonly url: string;
  readonly init: Pick<FetchInit, 'method' | 'headers' | 'body' | 'onUploadProgress'>;
  /** The call's method and path, for its errors. */
  readonly call: string;
  readonly host: string;
  readonly redact: Redact;
  readonly signal: Signal | undefined;
  readonly limits: Limits;
  /** Takes the body of a 2xx answer piece by piece, in turn, instead of `Answer.bytes`. */
  readonly sink?: (chunk: Uint8Array) => Promise<void>;
}

export interface Limits {
  /** From the start; until the end, except where something below moves it on. */
  readonly timeoutMs: number;
  /** How long from each progress of the upload to the next, and from its end to the answer. */
  readonly upload?: { readonly stallMs: number; readonly answerMs: number };
  /** How long from each piece of the answer to the next. */
  readonly downloadStallMs?: number;
  readonly maxAnswerBytes: number;
}

export interface Answer {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Makes one request and reads its answer, whatever the status. Throws `NotReachableError`, `ConnectionLostError`,
 * `TimedOutError`, `AbortedError`, or `UnreadableAnswerError` for an answer past its limit.
 */
export async function exchange(request: Exchange): Promise<Answer> {
  if (request.signal?.aborted === true) throw new AbortedError(false);
  const deadline = startDeadline(request.limits.timeoutMs, request.signal);
  const upload: Upload = { sentBytes: 0 };
  try {
    const response = await request.fetch(request.url, initOf(request, deadline, upload));
    const bytes = await readAnswer(response, request, deadline);
    return { status: response.status, header: (name) => response.headers.get(name), bytes };
  } catch (error) {
    throw errorOf(error, request, { deadline, upload });
  } finally {
    deadline.close();
  }
}

/** How far the request's body got. */
interface Upload {
  sentBytes: number;
}

function initOf({ init, limits }: Exchange, deadline: Deadline, upload: Upload): FetchInit {
  const bounded: FetchInit = { ...init, redirect: 'manual', signal: deadline.signal };
  const { upload: bounds } = limits;
  if (bounds === undefined) return bounded;
  const onUploadProgress = (sentBytes: number, totalBytes: number): void => {
    if (sentBytes > upload.sentBytes) deadline.extend(sentBytes < totalBytes ? bounds.stallMs : bounds.answerMs);
    upload.sentBytes = Math.max(upload.sentBytes, sentBytes);
    init.onUploadProgress?.(sentBytes, totalBytes);
  };
  return { ...bounded, onUploadProgress };
}

async function readAnswer(
  { status, headers, body }: FetchResponse,
  { limits: { downloadStallMs, maxAnswerBytes }, sink }: Exchange,
  deadline: Deadline,
): Promise<Uint8Array<ArrayBuffer>> {
  const onChunk = downloadStallMs === undefined ? undefined : () => deadline.extend(downloadStallMs);
  if (sink !== undefined && status >= 200 && status < 300) {
    if (Number(headers.get('content-length') ?? 0) > maxAnswerBytes) {
      await body?.getReader().cancel();
      throw new BodyTooLargeError(maxAnswerBytes);
    }
    await passBytes(body, maxAnswerBytes, sink, onChunk);
    return new Uint8Array(0);
  }
  const reading = readBytes(body, maxAnswerBytes, onChunk);
  // A refusal is definite by its status alone, even when the sentence that should follow never comes.
  return status >= 400 ? reading.catch(() => new Uint8Array(0)) : reading;
}

/** Some codes of a connection that never came about are also those of one that is lost when the network goes away. */
function errorOf(
  error: unknown,
  { call, host, redact, sink }: Exchange,
  { deadline, upload }: { readonly deadline: Deadline; readonly upload: Upload },
): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof BodyTooLargeError && sink !== undefined) return new DocumentUnusableError('tooLarge');
  if (error instanceof BodyTooLargeError) return new UnreadableAnswerError(call, 'it is too large');
  if (deadline.ended() === 'timedOut') return new TimedOutError(host);
  if (deadline.ended() === 'aborted') return new AbortedError(true);
  const options = { cause: redactedCause(error, redact) };
  return upload.sentBytes === 0 && isNeverSent(error)
    ? new NotReachableError(host, options)
    : new ConnectionLostError(host, options);
}
