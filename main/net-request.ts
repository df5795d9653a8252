import type { Fetch, FetchInit, FetchResponse } from '../app/api/fetch';

/** The part used here of Electron's `ClientRequest`. */
export interface NetRequest {
  on(event: 'response', listener: (response: NetResponse) => void): unknown;
  on(event: 'redirect', listener: (status: number, method: string, url: string) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  write(part: Buffer): unknown;
  end(body?: string): unknown;
  abort(): void;
  getUploadProgress(): { readonly started?: boolean; readonly current?: number; readonly total?: number };
}

/** The part used here of Electron's `IncomingMessage`. */
export interface NetResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  on(event: 'data', listener: (chunk: Buffer) => void): unknown;
  on(event: 'end' | 'aborted', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  /** No more is read from the network until it is resumed. */
  pause(): unknown;
  resume(): unknown;
}

export interface NetRequestOptions {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
}

const progressEveryMs = 100;
/** So much of an answer may be here that nobody has read yet. */
const AHEAD_BYTES = 1 << 20;

/**
 * A `Fetch` that makes its requests by `open`; what is written to one of these leaves at its end, in one piece of a true
 * length. Every request has a connection of its own (`forbid-repeated-requests.ts` says why).
 */
export const fetchOver =
  (open: (options: NetRequestOptions) => NetRequest): Fetch =>
  (url, init) =>
    new Promise((resolve, reject) => {
      const headers = { ...init.headers, Connection: 'close' };
      const request = open({ method: init.method, url, headers });
      const { report, stopReporting } = reportProgress(request, init);
      const onAbort = (): void => {
        fail(new Error('The request was aborted.'));
        request.abort();
      };
      const settle = (): void => {
        stopReporting();
        init.signal.removeEventListener('abort', onAbort);
      };
      const fail = (error: Error): void => {
        settle();
        reject(error);
      };
      request.on('error', (error) => {
        // What has left tells what the error means.
        report();
        fail(error);
      });
      request.on('redirect', (status, _method, location) => {
        settle();
        resolve(redirection(status, location));
      });
      request.on('response', (response) => {
        stopReporting();
        resolve(answerOf(response, request, init));
      });
      init.signal.addEventListener('abort', onAbort);
      if (init.signal.aborted) onAbort();
      else sendBody(request, init);
    });

/** Each part as a Buffer of the same memory, not a copy of it. */
function sendBody(request: NetRequest, { body }: FetchInit): void {
  if (body === undefined || typeof body === 'string') {
    request.end(body);
    return;
  }
  for (const { buffer, byteOffset, byteLength } of body) request.write(Buffer.from(buffer, byteOffset, byteLength));
  request.end();
}

interface Reporting {
  readonly report: () => void;
  readonly stopReporting: () => void;
}

/** Reports each change of the upload's progress, also when asked to, until that is ended. */
function reportProgress(request: NetRequest, { onUploadProgress }: FetchInit): Reporting {
  if (onUploadProgress === undefined) return { report: () => undefined, stopReporting: () => undefined };
  let last = 0;
  const report = (): void => {
    const { started, current = 0, total = 0 } = request.getUploadProgress();
    if (started !== true || current <= last) return;
    last = current;
    onUploadProgress(current, total);
  };
  const timer = setInterval(report, progressEveryMs);
  return { report, stopReporting: () => clearInterval(timer) };
}

const redirection = (status: number, location: string): FetchResponse => ({
  status,
  headers: { get: (name) => (name === 'location' ? location : null) },
  body: null,
});

function answerOf(response: NetResponse, request: NetRequest, { signal }: FetchInit): FetchResponse {
  const get = (name: string): string | null => {
    const value = response.headers[name];
    return (Array.isArray(value) ? value[0] : value) ?? null;
  };
  return { status: response.statusCode, headers: { get }, body: streamOf(response, request, signal) };
}

function streamOf(response: NetResponse, request: NetRequest, signal: FetchInit['signal']): ReadableStream<Uint8Array> {
  let open = true;
  const onceOpen = (close: () => void): void => {
    if (open) close();
    open = false;
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const fail = (error: Error) => onceOpen(() => controller.error(error));
        response.on('data', (chunk) => {
          if (!open) return;
          controller.enqueue(chunk);
          if ((controller.desiredSize ?? 0) <= 0) response.pause();
        });
        response.on('end', () => onceOpen(() => controller.close()));
        response.on('aborted', () => fail(new Error('The answer broke off.')));
        response.on('error', fail);
        signal.addEventListener('abort', () => fail(new Error('The request was aborted.')));
      },
      pull: () => void response.resume(),
      cancel: () => onceOpen(() => request.abort()),
    },
    { highWaterMark: AHEAD_BYTES, size: ({ length }) => length },
  );
}
