import type { DeliveryState, WaitingFor } from './delivery';

/** What happens at a time of day, which is the clock's to say however it is set. */
const atTimeOfDay: ReadonlySet<WaitingFor> = new Set<WaitingFor>(['time', 'officeHours']);

/**
 * A state as it would have been written had this machine's clock always shown what it shows today. It was set forward by
 * `setMs` since (`own-clock.ts`): what is to happen after a while still happens after that while.
 */
export function stateToday(state: DeliveryState, setMs: number): DeliveryState {
  if (setMs === 0) return state;
  switch (state.kind) {
    case 'queued':
      return atTimeOfDay.has(state.waitingFor) ? state : { ...state, notBefore: state.notBefore + setMs };
    case 'sending':
      return { ...state, since: state.since + setMs };
    case 'unconfirmed':
      return { ...state, since: state.since + setMs, nextCheckAt: state.nextCheckAt + setMs };
    case 'accepted': {
      const { leftPendingAt } = state;
      const left = leftPendingAt === undefined ? {} : { leftPendingAt: leftPendingAt + setMs };
      return { ...state, at: state.at + setMs, ...left };
    }
    // It has a mark of its own, and nothing of it is waited for.
    case 'needsDecision':
    case 'delivered':
    case 'failed':
    case 'refused':
    case 'cancelled':
      return state;
  }
}
