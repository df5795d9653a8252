import type { deliveries as turkish } from '../tr/deliveries';
import type { Translated } from '../translated';

export const deliveries: Translated<typeof turkish> = {
  queued: 'Queued',
  queuedForNetwork: 'Waiting for the network',
  queuedForAddress: 'Can’t be sent: the exchange’s address is unfit',
  queuedForKey: 'Can’t be sent: there is no API key',
  queuedForRateLimit: 'Held back by the exchange',
  queuedForUndo: 'To be sent in a moment',
  queuedForTime: 'To be sent at the set time',
  queuedForOfficeHours: 'To be sent in office hours',
  queuedForRetry: {
    busy: 'The line was busy; to be tried again',
    noAnswer: 'Nobody answered; to be tried again',
  },
  sending: 'Sending',
  accepted: 'Accepted by the exchange ({{orderId}})',
  pending: 'At the exchange, {{status}} ({{orderId}})',
  dialling: 'Dialling ({{orderId}})',
  called: 'Called; waiting for the result ({{orderId}})',
  serviceStatus: { waiting: 'waiting', dialling: 'dialling', sending: 'sending' },
  unconfirmed: 'Checking what happened',
  needsDecision: 'Needs your decision',
  delivered: 'Delivered',
  deliveredPages: 'Delivered, {{sent}} of {{total}} {{total, plural(one: page; other: pages)}}',
  failed: 'Not delivered: {{reason}}',
  failedPages: 'Not delivered: {{reason}} ({{sent}} of {{total}} {{total, plural(one: page; other: pages)}})',
  refused: 'Refused: {{message}}',
  keyRefused: 'Not sent: the exchange did not accept the API key. Check the key in the settings, then send again.',
  documentLost: 'Not sent: its document is missing or damaged. Add its pages again and send.',
  cancelled: 'Cancelled',
};
