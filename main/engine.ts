import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { App } from 'electron';

/**
 * Code of WebAssembly is made fast once it ran for four times as long as V8 would wait: most faxes are made before it would pay, and meanwhile it takes the
 * processor from them (decision 0055).
 */
const WASM_BUDGET = 60_000_000;

/**
 * Lets the workers of our pages and main collect garbage when they know that there is some, and keeps what is young
 * small (decision 0027). Before the app is ready.
 */
export const tuneEngine = (app: App): void => {
  const flags = ['--expose-gc', '--max-semi-space-size=1', `--wasm-tiering-budget=${WASM_BUDGET}`];
  app.commandLine.appendSwitch('js-flags', flags.join(' '));
  // Main's own heap is laid out by now: it can only be told not to grow what is young.
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--expose-gc');
  // Electron's own end destroys its objects; what V8 found dead a moment before was then destroyed a second time, which
  // ended one command in fifteen by a signal after its work was done (decision 0032).
  app.once('quit', collectGarbage);
};

let collect: (() => void) | null = null;

/** Main collects its garbage: some 20 ms. */
export function collectGarbage(): void {
  collect ??= runInNewContext('gc') as () => void;
  collect();
}
