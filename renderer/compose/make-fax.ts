import { fail, ok, type Result } from '../../app/result';
import type { PagePresses, PressChoices } from './page-presses';
import type { Page } from './pages';
import type { FaxPage, Press } from './press';
import type { Phase } from './state';

export interface MakingPorts {
  readonly presses: Pick<PagePresses, 'get'>;
  readonly openPress: () => Promise<Pick<Press, 'assemble'>>;
  readonly report: (phase: Phase) => void;
}

/**
 * Waits for every page to be pressed and merges them into one PDF, telling how far it is. `cancelled` when `signal`
 * aborts or a page leaves meanwhile.
 */
export async function makeFaxPdf(
  pages: readonly Page[],
  choices: PressChoices,
  ports: MakingPorts,
  signal: AbortSignal,
): Promise<Result<Uint8Array>> {
  const pressed: FaxPage[] = [];
  for (const page of pages) {
    ports.report({ kind: 'pressing', done: pressed.length, total: pages.length });
    const result = await orAborted(ports.presses.get(page, choices), signal);
    if (!result.ok) return result;
    pressed.push(result.value);
  }
  ports.report({ kind: 'assembling' });
  const press = await ports.openPress();
  const pdf = await press.assemble(pressed);
  return signal.aborted ? fail({ kind: 'cancelled' }) : ok(pdf);
}

/** The result, or `cancelled` as soon as `signal` aborts. */
function orAborted<T>(result: Promise<Result<T>>, signal: AbortSignal): Promise<Result<T>> {
  return new Promise((resolve, reject) => {
    const abort = (): void => resolve(fail({ kind: 'cancelled' }));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    result.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
