import type { DeliveryState } from './delivery';

/**
 * The state of a delivery as the user presses Send `at` a moment: it waits until that can't be undone any more, and for
 * the moment the user set.
 */
export function firstState(
  at: number,
  undoMs: number,
  sendAt: number | undefined,
): Extract<DeliveryState, { kind: 'queued' }> {
  const undoneBy = at + undoMs;
  if (sendAt !== undefined && sendAt > undoneBy) return { kind: 'queued', notBefore: sendAt, waitingFor: 'time' };
  return { kind: 'queued', notBefore: undoneBy, waitingFor: undoMs > 0 ? 'undo' : 'turn' };
}
