import type { deliveries as turkish } from '../tr/deliveries';
import type { Translated } from '../translated';

export const deliveries: Translated<typeof turkish> = {
  queued: 'Queued',
  queuedForNetwork: 'Waiting for the network',
  queuedForRateLimit: 'Held back by the exchange',
  sending: 'Sending',
  accepted: 'Accepted by the exchange ({{orderId}})',
  unconfirmed: 'Checking what happened',
  needsDecision: 'Needs your decision',
  delivered: 'Delivered',
  deliveredPages: 'Delivered, {{sent}} of {{total}} pages',
  failed: 'Not delivered: {{reason}}',
  failedPages: 'Not delivered: {{reason}} ({{sent}} of {{total}} pages)',
  refused: 'Refused: {{message}}',
  documentLost: 'Not sent: its document is missing or damaged. Add its pages again and send.',
  cancelled: 'Cancelled',
};
