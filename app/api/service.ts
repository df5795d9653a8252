import type * as z from 'zod/mini';
import { KeyUnavailableError, MissingKeyError, UnreadableAnswerError } from './errors';
import type { Fetch, FetchInit } from './fetch';
import { platform } from './platform';
import type { Signal } from './platform';
import { redactedCause, redactorFor } from './redact';
import type { Redact } from './redact';
import { refusalError } from './refusals';
import { usualTimeouts } from './timeouts';
import type { Timeouts } from './timeouts';
import { exchange } from './transport';
import type { Answer, Limits } from './transport';
import { checkBaseUrl, queryOf } from './urls';

/** What the client needs from its surroundings. */
export interface ServicePorts {
  readonly baseUrl: string;
  /** The API key; `null` when there is none. Asked at each call and kept no longer. */
  readonly getKey: () => Promise<string | null>;
  readonly fetch: Fetch;
  /** Plain http to anything but a loopback address (api.md). */
  readonly allowInsecureHttp?: boolean;
  readonly timeouts?: Partial<Timeouts>;
  readonly now?: () => number;
}

export interface CallOptions {
  readonly signal?: Signal | undefined;
}

/** A call that carries the key. */
export interface ServiceCall extends CallOptions {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: Parameters<typeof queryOf>[0];
  /** The body, which holds the key; without one, the key is in the query. */
  readonly content?: (key: string) => Content;
  /** For a call that carries a file: its time is bound by its progress. */
  readonly onUploadProgress?: (sentBytes: number, totalBytes: number) => void;
}

export interface Content {
  readonly type: string;
  readonly body: NonNullable<FetchInit['body']>;
}

/** The body of a successful answer. */
export interface ServiceAnswer {
  readonly text: string;
  /** What carried the key to the answer, so that it can be kept out of what comes of it. */
  readonly redact: Redact;
}

const maxAnswerBytes = 16 * 1024 * 1024;

/** Makes a call that carries the key, and answers the body of a 2xx answer. Throws an `ApiError` for anything else. */
export async function callService(ports: ServicePorts, call: ServiceCall): Promise<ServiceAnswer> {
  const { host } = checkBaseUrl(ports.baseUrl, ports.allowInsecureHttp ?? false);
  const key = await keyOf(ports);
  const redact = redactorFor(key);
  const answer = await exchange({
    fetch: ports.fetch,
    url: urlOf(ports.baseUrl, call, key),
    init: initOf(call, key),
    call: nameOf(call),
    host,
    redact,
    signal: call.signal,
    limits: limitsOf(call, timeoutsOf(ports)),
  });
  return { text: successText(answer, nameOf(call), redact, ports.now?.() ?? Date.now()), redact };
}

async function keyOf({ getKey }: ServicePorts): Promise<string> {
  const key = await getKey().catch((error: unknown) => {
    throw new KeyUnavailableError({ cause: redactedCause(error, redactorFor(null)) });
  });
  if (key === null || key === '') throw new MissingKeyError();
  return key;
}

/** Makes a call whose answer is JSON of a known shape; `UnreadableAnswerError` for any other. */
export async function callForJson<T>(ports: ServicePorts, call: ServiceCall, schema: z.ZodMiniType<T>): Promise<T> {
  const { text } = await callService(ports, call);
  const parsed = schema.safeParse(parseJson(text, nameOf(call)));
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  throw new UnreadableAnswerError(nameOf(call), `it is not of the documented shape${where && `, at ${where}`}`);
}

export const nameOf = ({ method, path }: Pick<ServiceCall, 'method' | 'path'>): string => `${method} ${path}`;

export const timeoutsOf = ({ timeouts }: Pick<ServicePorts, 'timeouts'>): Timeouts => ({
  ...usualTimeouts,
  ...timeouts,
});

/** The text of a 2xx answer; the error that any other is. */
export function successText({ status, header, bytes }: Answer, call: string, redact: Redact, nowMs: number): string {
  const text = new platform.TextDecoder().decode(bytes);
  if (status >= 200 && status < 300) return text;
  throw refusalError({ call, status, text, retryAfter: header('retry-after') }, redact, nowMs);
}

function urlOf(baseUrl: string, { path, query, content }: ServiceCall, key: string): string {
  const fields = queryOf(content === undefined ? { key, ...query } : { ...query });
  return `${baseUrl.replace(/\/+$/, '')}${path}${fields === '' ? '' : `?${fields}`}`;
}

function initOf({ method, content, onUploadProgress }: ServiceCall, key: string) {
  const { type, body } = content?.(key) ?? {};
  return {
    method,
    headers: { Accept: '*/*', 'Cache-Control': 'no-store', ...(type === undefined ? {} : { 'Content-Type': type }) },
    ...(body === undefined ? {} : { body }),
    ...(onUploadProgress === undefined ? {} : { onUploadProgress }),
  };
}

function limitsOf({ onUploadProgress }: ServiceCall, { callMs, stallMs, uploadAnswerMs }: Timeouts): Limits {
  if (onUploadProgress === undefined) return { timeoutMs: callMs, maxAnswerBytes };
  return { timeoutMs: stallMs, upload: { stallMs, answerMs: uploadAnswerMs }, maxAnswerBytes };
}

function parseJson(text: string, call: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the text, so it is no cause to keep.
    throw new UnreadableAnswerError(call, text.trim() === '' ? 'it is empty' : 'it is not JSON');
  }
}
