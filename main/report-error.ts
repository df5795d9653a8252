import { ApiError } from '../app/api/errors';
import { redactorFor } from '../app/api/redact';
import { storageProblem } from './storage/problem';

/**
 * Says on standard error what went wrong in the background. The service's and the network's doings are no news there, and
 * of the disk's the user is told in a sentence.
 */
export function reportError(error: unknown): void {
  if (error instanceof ApiError || storageProblem(error) !== 'unknown') return;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${redactorFor(null)(text)}\n`);
}
