/** A number from 0 up to 1, `Math.random` or a test's. */
export type Random = () => number;

/** Every wait of the outbox; tests shorten them. */
export interface Timing {
  /** When an unconfirmed POST is looked for, milliseconds after it, at least (D4); then on in the last step. */
  readonly settleChecksMs: readonly number[];
  /** How long a call may last and its record come late, but for its pages, and how long a page may take (`settling.ts`). */
  readonly callMs: number;
  readonly pageMs: number;
  /** The longest an unconfirmed POST is looked for before it counts as not accepted. */
  readonly longestSettlingMs: number;
  /** How long what may still clear up is waited for before the user is asked: whose a record is, or an order that is gone. */
  readonly doubtPatienceMs: number;
  /** How long after its order left the pending list a record may stay away before the user is asked. */
  readonly recordDueMs: number;
  /** A claim is given up this long after its owner last renewed it (D6). */
  readonly leaseMs: number;
  /** How often another process's changes are looked for while anything is open. */
  readonly watchMs: number;
}

export const usualTiming: Timing = {
  settleChecksMs: [1_000, 3_000, 8_000, 15_000, 30_000, 60_000],
  callMs: 60_000,
  pageMs: 60_000,
  longestSettlingMs: 1_800_000,
  doubtPatienceMs: 600_000,
  recordDueMs: 3_600_000,
  leaseMs: 30_000,
  watchMs: 1_000,
};

/** The wait before look number `checks` (from 0), counted from the one before. */
export function settleGapMs(timing: Timing, checks: number): number {
  const at = (index: number): number => timing.settleChecksMs[index] ?? 0;
  const index = Math.min(checks, timing.settleChecksMs.length - 1);
  return Math.max(0, at(index) - at(index - 1));
}

const firstPollMs = 1_000;
const offsetUnknownPollMs = 250;
const longestPollMs = 15_000;
const patientAfterMs = 600_000;
const patientPollMs = 30_000;

/**
 * The wait before the next poll: about a second after something happened, then gently longer up to 15 s, and 30 s once
 * ten minutes brought nothing new. While the service's clock is unknown the first look comes sooner, since the order's
 * `created_at` is gone once the fax is.
 */
export function pollGapMs(quietForMs: number, offsetKnown: boolean, random: Random): number {
  const shortest = offsetKnown || quietForMs > firstPollMs ? firstPollMs : offsetUnknownPollMs;
  const longest = quietForMs > patientAfterMs ? patientPollMs : longestPollMs;
  return jittered(Math.min(longest, Math.max(shortest, quietForMs / 2)), random);
}

const shortestRestMs = 250;
const restShare = 4;

/**
 * The rest after a poll, whatever happened: a fifth of the time is spent asking at most, so that a long list or a slow
 * service is asked less often. `tookMs`: what reading the lists took.
 */
export const restAfterPollMs = (tookMs: number): number =>
  Math.min(patientPollMs, Math.max(shortestRestMs, tookMs * restShare));

const firstBackoffMs = 2_000;
const longestBackoffMs = 60_000;

/** The wait after `failures` failures in a row (from 1): doubles from 2 s to a minute, jittered so that clients spread (D7). */
export const backoffMs = (failures: number, random: Random): number =>
  jittered(Math.min(longestBackoffMs, firstBackoffMs * 2 ** Math.min(failures - 1, 10)), random);

/** The wait after a 429: never less than `Retry-After` asks (D7). */
export function rateLimitWaitMs(retryAfterSeconds: number | null, failures: number, random: Random): number {
  const asked = (retryAfterSeconds ?? 0) * 1000;
  return Math.round(Math.max(asked + random() * 1000, backoffMs(failures, random)));
}

/** Within a fifth of `ms`, up or down. */
const jittered = (ms: number, random: Random): number => Math.round(ms * (0.8 + 0.4 * random()));
