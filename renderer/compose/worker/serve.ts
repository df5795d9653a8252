import type { CallTable, Reply, Shared, ToWorker } from './protocol';
import { collectGarbage } from './collect-garbage';
import { givenReader, type ReadGiven } from './read-given';
import { sameRoom } from './room';

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

/** Collecting all is dear, and a page leaves little (decision 0054), so it is done for several at once. */
const PAGES_LEFT = 8;

/** Answers requests; the pool asks one at a time. What a handler throws is a bug: it is reported as the worker's error, which ends the worker. */
export function serve<C extends CallTable<C>>(scope: WorkerScope, handlers: Handlers<C>): void {
  let left = 0;
  scope.onmessage = (event: MessageEvent<ToWorker>) => {
    if (!('call' in event.data)) return;
    const { id, call, job } = event.data;
    handlers[call as keyof C](job).then(
      ({ answer, transfer }) => {
        scope.postMessage({ id, answer } satisfies Reply, transfer);
        // What hands nothing over has made nothing large; the files it read are counted.
        if (transfer.length === 0) return;
        left = (left + 1) % PAGES_LEFT;
        if (left === 0) collectGarbage();
      },
      (error: unknown) => scope.reportError(error),
    );
  };
}

/** The part of a worker's global scope used to share. */
interface SharingScope {
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  postMessage(message: unknown): void;
}

/** PDFium as another worker compiled it, where that was done before, of which `onShared` is told; else as `compile` does, for the others, too. */
export function sharePdfium(
  scope: SharingScope,
  compile: () => Promise<WebAssembly.Module>,
  onShared: () => void,
): () => Promise<WebAssembly.Module> {
  let compiled: Promise<WebAssembly.Module> | null = null;
  scope.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    if (!('pdfium' in data)) return;
    compiled ??= Promise.resolve(data.pdfium);
    onShared();
  });
  const compileForAll = async (): Promise<WebAssembly.Module> => {
    const pdfium = await compile();
    scope.postMessage({ pdfium } satisfies Shared);
    return pdfium;
  };
  return () => (compiled ??= compileForAll());
}

/** So many bytes of files may lie about that were only looked at. */
const LEFT_BYTES = 12_000_000;

/** Reads given files for a worker. One is there until the next is read. */
export function readsGiven(): ReadGiven {
  let left = 0;
  const onLarge = (byteCount: number): void => {
    left += byteCount;
    if (left <= LEFT_BYTES) return;
    left = byteCount;
    collectGarbage();
  };
  return givenReader(sameRoom(onLarge));
}
