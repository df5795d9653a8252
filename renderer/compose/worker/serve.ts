import type { CallTable, Reply, Request } from './protocol';

/** An answer, and what of it is handed over instead of copied. */
export interface Answered<T> {
  readonly answer: T;
  readonly transfer: Transferable[];
}

/** One function a call. */
export type Handlers<C extends CallTable<C>> = {
  readonly [K in keyof C]: (job: C[K]['job']) => Promise<Answered<C[K]['answer']>>;
};

/** The part of a worker's global scope used here. */
export interface WorkerScope {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown, transfer: Transferable[]): void;
  reportError(error: unknown): void;
}

/** Answers requests; the pool asks one at a time. What a handler throws is a bug: it is reported as the worker's error, which ends the worker. */
export function serve<C extends CallTable<C>>(scope: WorkerScope, handlers: Handlers<C>): void {
  scope.onmessage = (event: MessageEvent<Request>) => {
    const { id, call, job } = event.data;
    handlers[call as keyof C](job).then(
      ({ answer, transfer }) => scope.postMessage({ id, answer } satisfies Reply, transfer),
      (error: unknown) => scope.reportError(error),
    );
  };
}
