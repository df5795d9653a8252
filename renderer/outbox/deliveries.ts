import type { UploadProgress } from '../../app/contract';
import { type Delivery, isFinal } from '../../app/outbox/delivery';

/** The deliveries as main last told them, and how far uploads are. */
export interface Deliveries {
  readonly byId: ReadonlyMap<string, Delivery>;
  readonly uploads: ReadonlyMap<string, UploadProgress>;
  /** Whether main has told the list at all. */
  readonly known: boolean;
}

export type DeliveriesAction =
  | { readonly kind: 'told'; readonly deliveries: readonly Delivery[] }
  /** The whole list, of an account just chosen. */
  | { readonly kind: 'replaced'; readonly deliveries: readonly Delivery[] }
  | { readonly kind: 'uploaded'; readonly progress: UploadProgress };

export const noDeliveries: Deliveries = { byId: new Map(), uploads: new Map(), known: false };

/** `told` may be the whole list or only what changed. */
export function changeDeliveries(state: Deliveries, action: DeliveriesAction): Deliveries {
  if (action.kind === 'uploaded') {
    return { ...state, uploads: new Map(state.uploads).set(action.progress.deliveryId, action.progress) };
  }
  const byId = new Map(action.kind === 'replaced' ? [] : state.byId);
  for (const delivery of action.deliveries) byId.set(delivery.id, delivery);
  const uploads = new Map([...state.uploads].filter(([id]) => byId.get(id)?.state.kind === 'sending'));
  return { byId, uploads, known: true };
}

/** Newest first; of one moment in the order they were queued. */
export const newestFirst = (deliveries: Iterable<Delivery>): Delivery[] =>
  [...deliveries].sort((a, b) => b.createdAt - a.createdAt);

/** How many faxes are on their way, and how many wait for the user. */
export function countActive(deliveries: Iterable<Delivery>): { onTheWay: number; needDecision: number } {
  let onTheWay = 0;
  let needDecision = 0;
  for (const { state } of deliveries) {
    if (state.kind === 'needsDecision') needDecision += 1;
    else if (!isFinal(state)) onTheWay += 1;
  }
  return { onTheWay, needDecision };
}
