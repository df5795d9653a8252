import type { Failure } from '../app/failure';
import { storageProblem } from './storage/problem';
import { DatabaseDamagedError } from './storage/sqlite-errors';

/** What an error nobody expected is to the user: the disk is in the way, a file is damaged, or it is a bug. */
export function failureOfThrow(error: unknown): Failure {
  if (error instanceof DatabaseDamagedError) return { kind: 'recordsDamaged' };
  return { kind: storageProblem(error) === 'unknown' ? 'unexpected' : 'storageFailed' };
}
