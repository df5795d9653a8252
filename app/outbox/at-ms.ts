import { z } from 'zod';

/** The last moment that a date can tell (ECMAScript, time values). */
export const LAST_MOMENT_MS = 8.64e15;

/** A moment a delivery keeps. */
export const atMs = z.number().int().max(LAST_MOMENT_MS).describe('epoch milliseconds');
