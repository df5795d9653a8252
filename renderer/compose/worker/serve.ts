import { askForParts, sameRoom } from './ask-for-parts';
import type { CallTable, FilesWanted, Reply, Shared, ToWorker } from './protocol';
import { collectGarbage } from './collect-garbage';
import type { ReadPart } from './stored';

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

/** Collecting all is dear (decision 0027), so it is done for several pages at once. */
const PAGES_LEFT = 2;

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
        collectGarbage(left === 0 ? 'major' : 'minor');
      },
      (error: unknown) => scope.reportError(error),
    );
  };
}

/** The part of a worker's global scope used to ask for a port, and to share. */
interface AskingScope {
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  postMessage(message: unknown): void;
}

/** PDFium as another worker compiled it, where that was done before; else as `compile` does, for the others, too. */
export function sharePdfium(
  scope: AskingScope,
  compile: () => Promise<WebAssembly.Module>,
): () => Promise<WebAssembly.Module> {
  let compiled: Promise<WebAssembly.Module> | null = null;
  scope.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    if ('pdfium' in data) compiled ??= Promise.resolve(data.pdfium);
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

/** Reads given files over a port that the window opens with the first of them. A part is there until the next is read. */
export function readParts(scope: AskingScope): ReadPart {
  let read: Promise<ReadPart> | null = null;
  let left = 0;
  const opened = (): Promise<ReadPart> =>
    new Promise((resolve) => {
      scope.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
        if ('filesPort' in data) resolve(askForParts(data.filesPort, sameRoom()));
      });
      scope.postMessage({ filesWanted: true } satisfies FilesWanted);
    });
  return async (file, from) => {
    const part = await (await (read ??= opened()))(file, from);
    left += part.ok ? part.value.bytes.length : 0;
    if (left > LEFT_BYTES) {
      left = 0;
      collectGarbage();
    }
    return part;
  };
}
