import { assertNever } from '../../app/assert-never';
import { isSent, isSettled } from '../../app/outbox/until';
import type { DeliveryState } from '../../app/outbox/delivery';
import type { Reach } from '../outbox/waits';

/** Without `--wait`, a POST nobody answered is looked for this often before it is reported as unconfirmed. */
const CHECKS_WITHOUT_WAIT = 2;
/** With the service out of reach this long nothing is learnt by waiting on; about half a minute (`backoffMs`). */
const FAILED_POLLS = 5;
/** A disk that is full this long is full. */
const LONGEST_TROUBLE_MS = 15_000;
/** A longer `Retry-After` is left to the window. */
const LONGEST_RATE_LIMIT_MS = 60_000;

type Queued = Extract<DeliveryState, { kind: 'queued' }>;

/**
 * Whether `send` need not wait for a delivery any longer: it is final (`wait`) or its POST is over, or more waiting
 * would not help.
 */
export function isEnough(state: DeliveryState, reach: Reach, wait: boolean, now: number): boolean {
  if (reach.troubledMs >= LONGEST_TROUBLE_MS) return true;
  return state.kind === 'queued' ? isEnoughQueued(state, reach, wait, now) : isEnoughSent(state, reach, wait);
}

/** What the user set a time for is done by being queued, unless its end is waited for. */
function isEnoughQueued(state: Queued, { isPaused }: Reach, wait: boolean, now: number): boolean {
  if (isPaused) return true;
  switch (state.waitingFor) {
    case 'network':
      return true;
    case 'rateLimit':
      return state.notBefore - now > LONGEST_RATE_LIMIT_MS;
    case 'time':
    case 'officeHours':
    case 'retry':
      return !wait && state.notBefore > now;
    case 'turn':
    case 'undo':
      return false;
    default:
      return assertNever(state.waitingFor);
  }
}

function isEnoughSent(state: DeliveryState, { failedPolls }: Reach, wait: boolean): boolean {
  if (wait) return isSettled(state) || (isSent(state) && failedPolls >= FAILED_POLLS);
  if (state.kind === 'unconfirmed') return state.checks >= CHECKS_WITHOUT_WAIT || failedPolls >= CHECKS_WITHOUT_WAIT;
  return isSent(state);
}
