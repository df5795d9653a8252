import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { App } from 'electron';

/**
 * Lets the workers of our pages and main collect garbage when they know that there is some, and keeps what is young
 * small (decision 0027). Before the app is ready.
 */
export const tendGarbage = ({ commandLine }: Pick<App, 'commandLine'>): void => {
  commandLine.appendSwitch('js-flags', '--expose-gc --max-semi-space-size=1');
  // Main's own heap is laid out by now: it can only be told not to grow what is young.
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--expose-gc');
};

let collect: (() => void) | null = null;

/** Main collects its garbage: some 20 ms. */
export function collectGarbage(): void {
  collect ??= runInNewContext('gc') as () => void;
  collect();
}
