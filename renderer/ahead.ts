import { askAhead } from './ask-ahead';
import { type GivenFiles, givenFiles } from './compose/parts';

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

const given = givenFiles();
const asked = askAhead(window.faksla, given.readPart);

export const transport = asked.main;
export const files: GivenFiles = { ...given, readPart: asked.readPart };
