import type { Failure } from '../app/failure';
import { storageProblem } from './storage/problem';

/** What an error nobody expected is to the user: the disk is in the way, or it is a bug. */
export const failureOfThrow = (error: unknown): Failure => ({
  kind: storageProblem(error) === 'unknown' ? 'unexpected' : 'storageFailed',
});
