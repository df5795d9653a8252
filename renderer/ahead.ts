import { askAhead } from './ask-ahead';

/*
 * The first script of the window, loaded before the others: what takes a while and needs none of them is begun here.
 */

/** Main knows before the page does that files are on their way. */
export const isOpening = new URLSearchParams(location.search).has('opening');

export const startPressWorker = (): Worker =>
  new Worker(new URL('./compose/worker/press.worker.ts', import.meta.url), { type: 'module' });

let startedAhead = isOpening ? startPressWorker() : null;

/** The worker that was started ahead, once; `null` where there is none. */
export function takeWorker(): Worker | null {
  const worker = startedAhead;
  startedAhead = null;
  return worker;
}

if (isOpening) {
  void import('./compose/page-list');
  void import('./compose/preview');
}

export const main = askAhead(window.faksla);
