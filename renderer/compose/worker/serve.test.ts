import { afterEach, expect, it } from 'vitest';
import { serve, type WorkerScope } from './serve';

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

/** How often garbage was collected once so many calls were answered. */
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

it('collects the garbage of several pages at once', async () => {
  expect(await collections('page', 3)).toBe(0);
  expect(await collections('page', 8)).toBe(2);
});

it('collects none after what made nothing large', async () => {
  expect(await collections('look', 8)).toBe(0);
});
