import * as z from 'zod/mini';
import type { OfficeHours } from './office-hours';

/** Minutes to wait before each further try of a call that was busy or not answered. */
export const retryMinutesSchema = z.array(z.int().check(z.minimum(1), z.maximum(24 * 60))).check(z.maxLength(5));

/** What the user set for trying again, and for when to. */
export interface Policy {
  readonly retryMinutes: readonly number[];
  readonly officeHours: OfficeHours;
}

export const usualRetryMinutes = [3, 10] as const;

/**
 * When a delivery is tried again that was tried again `retries` times already: epoch milliseconds, or `null` where the
 * policy says no more.
 */
export function retryAt(retryMinutes: readonly number[], retries: number, now: number): number | null {
  const minutes = retryMinutes[retries];
  return minutes === undefined ? null : now + minutes * 60_000;
}
