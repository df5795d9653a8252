import { ApiError } from '../app/api/errors';
import { redactorFor } from '../app/api/redact';

/** Says on standard error what went wrong in the background. The service's and the network's doings are no news there. */
export function reportError(error: unknown): void {
  if (error instanceof ApiError) return;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${redactorFor(null)(text)}\n`);
}
