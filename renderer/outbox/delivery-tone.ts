import { assertNever } from '../../app/assert-never';
import type { DeliveryState } from '../../app/outbox/delivery';

export type Tone = 'waiting' | 'moving' | 'good' | 'bad' | 'asking' | 'off';

export function toneOf(state: DeliveryState): Tone {
  switch (state.kind) {
    case 'queued':
      return 'waiting';
    case 'sending':
    case 'accepted':
    case 'unconfirmed':
      return 'moving';
    case 'needsDecision':
      return 'asking';
    case 'delivered':
      return 'good';
    case 'failed':
    case 'refused':
      return 'bad';
    case 'cancelled':
      return 'off';
    default:
      return assertNever(state);
  }
}
