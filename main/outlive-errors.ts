import type { Failure } from '../app/failure';
import { failureOfThrow } from './failure-of-throw';
import { reportError } from './report-error';

/**
 * Main goes on after an error nobody expected and tells it in a sentence. Electron would show its stack to the user, and
 * nothing would go on before that is closed.
 */
export function outliveErrors(tell: (failure: Failure) => void): void {
  // The terminal it was started from may be gone.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  process.on('uncaughtException', (error) => {
    reportError(error);
    tell(failureOfThrow(error));
  });
}
