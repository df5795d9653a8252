import process from 'node:process';
import { app } from 'electron';

/**
 * What the packaged app of the end-to-end tests starts with (build/electron-builder.tests.yml). A driver that attaches
 * while a window makes its first navigation misses that navigation and waits for it for ever: so, when Playwright
 * starts the app, `ready` is held back until Playwright is attached and calls `__playwright_run`. Every other start
 * goes straight on.
 */
if (process.argv.includes('--remote-debugging-port=0')) holdReady();

await import(new URL('../../dist/main/index.cjs', import.meta.url).href);

function holdReady() {
  const isReady = app.whenReady();
  const emit = /** @type {(event: string, ...values: unknown[]) => boolean} */ (app.emit.bind(app));
  const withReady = /** @type {unknown[]} */ ([]);
  let release = () => {};
  const held = /** @type {Promise<void>} */ (
    new Promise((done) => {
      release = done;
    })
  );
  app.whenReady = () => held;
  app.emit = (/** @type {string} */ event, /** @type {unknown[]} */ ...values) => {
    if (event !== 'ready') return emit(event, ...values);
    withReady.push(...values);
    return true;
  };
  Object.assign(globalThis, {
    __playwright_run: async () => {
      await isReady;
      release();
      emit('ready', ...withReady);
    },
  });
}
