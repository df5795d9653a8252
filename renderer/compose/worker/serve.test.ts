import { afterEach, expect, it } from 'vitest';
import { serve, sharePdfium, type WorkerScope } from './serve';

interface Calls {
  page: { job: null; answer: Uint8Array };
  look: { job: null; answer: null };
}

interface Collecting {
  gc?: (() => void) | undefined;
}

const engine = globalThis as Collecting;
const own = engine.gc;
afterEach(() => {
  engine.gc = own;
});

/** How often garbage was collected until so many calls were answered. */
async function collections(call: keyof Calls, times: number): Promise<number> {
  let collected = 0;
  engine.gc = () => {
    collected++;
  };
  let answered = (): void => undefined;
  const scope: WorkerScope = {
    onmessage: null,
    postMessage: () => answered(),
    reportError: () => undefined,
  };
  serve<Calls>(scope, {
    page: () => {
      const page = new Uint8Array(1);
      return Promise.resolve({ answer: page, transfer: [page.buffer] });
    },
    look: () => Promise.resolve({ answer: null, transfer: [] }),
  });
  for (let id = 0; id < times; id++) {
    const answer = new Promise<void>((resolve) => (answered = resolve));
    scope.onmessage?.(new MessageEvent('message', { data: { id, call, job: null } }));
    await answer;
  }
  return collected;
}

it('collects garbage after every eighth page', async () => {
  expect(await collections('page', 7)).toBe(0);
  expect(await collections('page', 24)).toBe(3);
});

it('collects none after what made nothing large', async () => {
  expect(await collections('look', 24)).toBe(0);
});

/** A scope that is told things, and what it tells. */
function sharingScope() {
  const scope = new EventTarget();
  const posted: unknown[] = [];
  const tell = (data: unknown): boolean => scope.dispatchEvent(new MessageEvent('message', { data }));
  const addEventListener = (type: 'message', listener: (event: MessageEvent) => void): void =>
    scope.addEventListener(type, (event) => listener(event as MessageEvent));
  return { posted, tell, scope: { addEventListener, postMessage: (message: unknown) => void posted.push(message) } };
}

const empty = (): Promise<WebAssembly.Module> => WebAssembly.compile(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));

const none = (): void => undefined;

it('compiles PDFium once, for all workers', async () => {
  const { scope, posted } = sharingScope();
  const compiled = sharePdfium(scope, empty, none);
  expect(posted).toEqual([]);
  const pdfium = await compiled();
  expect(await compiled()).toBe(pdfium);
  expect(posted).toEqual([{ pdfium }]);
});

it('compiles no PDFium that another worker compiled before', async () => {
  const { scope, posted, tell } = sharingScope();
  let told = 0;
  const refuse = () => Promise.reject(new Error('It should not be compiled.'));
  const compiled = sharePdfium(scope, refuse, () => {
    told++;
  });
  const pdfium = await empty();
  tell({ pdfium });
  expect(told).toBe(1);
  expect(await compiled()).toBe(pdfium);
  expect(posted).toEqual([]);
});
