import type { DeliveryState } from '../../app/outbox/delivery';
import type { PostEnd, Spool, Spooled } from '../../app/outbox/ports';
import { canMeet, nextState } from '../../app/outbox/transition';
import type { DeliveryEvent } from '../../app/outbox/transition';

/** More tries than there can be processes changing one delivery at the same moment. */
const mostTries = 20;

/**
 * Lets an event happen to a delivery as it is now, again when another process was faster. Answers the new state;
 * `null` when the delivery can't meet the event (any more) or `isFor` says that it is not meant.
 */
export function happen(
  store: Pick<Spool, 'find' | 'change'>,
  id: string,
  event: DeliveryEvent,
  { end, isFor = () => true }: { readonly end?: PostEnd; readonly isFor?: (spooled: Spooled) => boolean } = {},
): DeliveryState | null {
  for (let tries = 0; tries < mostTries; tries++) {
    const spooled = store.find(id);
    if (spooled === null || !isFor(spooled) || !canMeet(spooled.delivery.state, event)) return null;
    const next = nextState(spooled.delivery.state, event);
    const change = store.change(spooled, next, end);
    if (change === 'changed') return next;
    if (change === 'taken') return null;
  }
  return null;
}
