import type { Random } from '../outbox/schedule';

const firstGapMs = 15_000;
const usualGapMs = 60_000;
const longestGapMs = 120_000;
const quietMs = 3_600_000;

/**
 * The wait before the service is looked at again for new records: 15 s after something came, gently longer up to a
 * minute, and two after an hour in which nothing did. Within a fifth of that, so that many programs spread.
 */
export function lookGapMs(quietForMs: number, random: Random): number {
  const longest = quietForMs > quietMs ? longestGapMs : usualGapMs;
  return Math.round(Math.min(longest, Math.max(firstGapMs, quietForMs / 4)) * (0.8 + 0.4 * random()));
}

const firstWaitMs = 2_000;
const longestWaitMs = 300_000;

/** The wait after `failures` requests in a row came to nothing (from 1); never less than the service asks for. */
export function lookAgainMs(failures: number, retryAfterSeconds: number | null, random: Random): number {
  const doubled = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures - 1, 10));
  return Math.round(Math.max((retryAfterSeconds ?? 0) * 1000 + random() * 1000, doubled * (0.8 + 0.4 * random())));
}
