import { isFinal } from './delivery';
import type { DeliveryState } from './delivery';

/** Nothing more happens by itself: final, or the user's turn. */
export const isSettled = (state: DeliveryState): boolean => isFinal(state) || state.kind === 'needsDecision';

/** The POST is over, however it ended. */
export const isSent = (state: DeliveryState): boolean => state.kind !== 'queued' && state.kind !== 'sending';

/** Tried, and the service could not be reached; it is tried again. */
export const isWaitingForNetwork = (state: DeliveryState): boolean =>
  state.kind === 'queued' && state.waitingFor === 'network';
