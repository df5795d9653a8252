import type { DeliveryState } from '../../app/outbox/delivery';

/** Something was sent, and what became of it is known: there is a report to be had. */
export const isProvable = ({ kind }: DeliveryState): boolean =>
  kind === 'delivered' || kind === 'failed' || kind === 'refused';
