import { uptime } from 'node:os';
import type { Clock } from '../../app/outbox/ports';

/** The longest a Node timer can wait; a longer one would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  // Node's uptime counts on while the machine sleeps, and is not set with the clock.
  bootedAt: () => Math.round(Date.now() - uptime() * 1000),
  setTimer(ms, callback) {
    const timer = setTimeout(callback, Math.min(ms, LONGEST_TIMER_MS));
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};
