import { type Delivery, isFinal } from '../../app/outbox/delivery';

/** Which of some deliveries each action is for, by id. */
export interface Doable {
  readonly cancel: readonly string[];
  readonly retryNow: readonly string[];
  readonly resend: readonly string[];
  /** How many of `resend` would arrive a second time. */
  readonly delivered: number;
}

export function doableOf(deliveries: readonly Delivery[]): Doable {
  const idsOf = (isFor: (delivery: Delivery) => boolean): string[] => deliveries.filter(isFor).map(({ id }) => id);
  return {
    cancel: idsOf(({ state }) => state.kind === 'queued'),
    retryNow: idsOf(isHeldBack),
    resend: idsOf(({ state }) => isFinal(state)),
    delivered: deliveries.filter(({ state }) => state.kind === 'delivered').length,
  };
}

/** Waits for something but its turn, and can be brought forward; what the exchange asked to wait can't. */
function isHeldBack({ state }: Delivery): boolean {
  return state.kind === 'queued' && state.waitingFor !== 'turn' && state.waitingFor !== 'rateLimit';
}
