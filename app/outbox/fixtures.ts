import type { Delivery, DeliveryState } from './delivery';

/** A delivery for tests. */
export const delivery = (id: string, state: DeliveryState, faxId = id): Delivery => ({
  id,
  faxId,
  recipient: '902123205072',
  sender: null,
  header: 'Ofis',
  documentSha256: '00',
  pageCount: 2,
  createdAt: 0,
  sendAt: null,
  officeHoursOnly: false,
  retries: 0,
  state,
});

const ended = { orderId: '7', callUuid: 'c', at: 0, pagesSent: 2, pagesTotal: 2 } as const;

export const states = {
  queued: { kind: 'queued', notBefore: 0, waitingFor: 'turn' },
  sending: { kind: 'sending', since: 0 },
  accepted: { kind: 'accepted', orderId: '7', at: 0, serviceStatus: null },
  needsDecision: { kind: 'needsDecision', since: 0, why: 'ambiguousOrder' },
  delivered: { kind: 'delivered', ...ended },
  failed: { kind: 'failed', ...ended, reason: 'Meşgul' },
  cancelled: { kind: 'cancelled', at: 0 },
} as const satisfies Record<string, DeliveryState>;
