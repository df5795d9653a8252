import { app } from 'electron';
import { fail, type Result } from '../../app/result';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Aborted when this process is asked to end: Ctrl+C, a service manager, a closed terminal. The command then ends by
 * itself, with its answer; the terminal and a launcher may each pass on the same Ctrl+C, so a second one is none.
 */
export function listenForInterruption(): AbortSignal {
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  // Electron takes the signals over while it starts, and makes of them one request to quit.
  app.on('before-quit', (event) => {
    event.preventDefault();
    interrupt();
  });
  void app.whenReady().then(() => {
    for (const signal of signals) process.on(signal, interrupt);
  });
  return interruption.signal;
}

/** Resolves when `interruption` is aborted. */
export const untilInterrupted = (interruption: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (interruption.aborted) resolve();
    else interruption.addEventListener('abort', () => resolve(), { once: true });
  });

/** What `work` answers, or the failure `cancelled` where `interruption` comes first. */
export const unlessInterrupted = <T>(interruption: AbortSignal, work: Promise<Result<T>>): Promise<Result<T>> =>
  Promise.race([work, untilInterrupted(interruption).then(() => fail({ kind: 'cancelled' }))]);
