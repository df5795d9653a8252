/*
 * The workers that make fax pages. It needs nothing else, so that a window's first script can start some while the rest
 * is loaded.
 */

const startNew = (): Worker => new Worker(new URL('./worker/press.worker.ts', import.meta.url), { type: 'module' });

const startedAhead: Worker[] = [];

/** Starts so many before anybody asks for one. */
export function startPressWorkersAhead(count: number): void {
  while (startedAhead.length < count) startedAhead.push(startNew());
}

/** One that was started ahead, or a new one. */
export const startPressWorker = (): Worker => startedAhead.pop() ?? startNew();
