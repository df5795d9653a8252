import { isFinal } from './delivery';
import type { DeliveryState } from './delivery';

/** Nothing more happens by itself: final, or the user's turn. */
export const isSettled = (state: DeliveryState): boolean => isFinal(state) || state.kind === 'needsDecision';

/** The POST is over, however it ended. */
export const isSent = (state: DeliveryState): boolean => state.kind !== 'queued' && state.kind !== 'sending';
