import * as z from 'zod/mini';

/** The last moment that a date can tell (ECMAScript, time values). */
export const LAST_MOMENT_MS = 8.64e15;

/** A moment a delivery keeps: epoch milliseconds. */
export const atMs = z.int().check(z.maximum(LAST_MOMENT_MS));
