import { describe, expect, it } from 'vitest';
import type { Delivery, DeliveryState } from '../../app/outbox/delivery';
import { changeDeliveries, countActive, newestFirst, noDeliveries } from './deliveries';

const sending: DeliveryState = { kind: 'sending', since: 0 };
const cancelled: DeliveryState = { kind: 'cancelled', at: 0 };
const delivery = (id: string, state: DeliveryState, createdAt = 0): Delivery => ({
  id,
  faxId: 'f',
  recipient: '902123205072',
  sender: null,
  header: 'Ofis',
  documentSha256: '00',
  pageCount: 1,
  createdAt,
  sendAt: null,
  officeHoursOnly: false,
  retries: 0,
  state,
});
const told = (...deliveries: Delivery[]) => ({ kind: 'told', deliveries }) as const;
const progress = { deliveryId: 'a', sentBytes: 1, totalBytes: 2 };

describe('the deliveries', () => {
  it('take changes to some and keep the others', () => {
    const first = changeDeliveries(noDeliveries, told(delivery('a', sending), delivery('b', sending)));
    const second = changeDeliveries(first, told(delivery('a', cancelled)));
    expect([second.byId.get('a')?.state.kind, second.byId.get('b')?.state.kind]).toEqual(['cancelled', 'sending']);
  });

  it('forget those of the account left behind', () => {
    const first = changeDeliveries(noDeliveries, told(delivery('a', sending)));
    const second = changeDeliveries(first, { kind: 'replaced', deliveries: [delivery('b', sending)] });
    expect([...second.byId.keys()]).toEqual(['b']);
  });

  it('show an upload only while it lasts', () => {
    const first = changeDeliveries(noDeliveries, told(delivery('a', sending)));
    const uploading = changeDeliveries(first, { kind: 'uploaded', progress });
    expect(changeDeliveries(uploading, told(delivery('b', sending))).uploads.get('a')).toEqual(progress);
    expect(changeDeliveries(uploading, told(delivery('a', cancelled))).uploads.size).toBe(0);
  });

  it('stand newest first, and of one moment as they were queued', () => {
    const list = [delivery('a', sending, 1), delivery('b', sending, 2), delivery('c', sending, 2)];
    expect(newestFirst(list).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });

  it('are counted: on the way, and waiting for the user', () => {
    const asking = delivery('c', { kind: 'needsDecision', since: 0, why: 'ambiguousOrder' });
    expect(countActive([delivery('a', sending), delivery('b', cancelled), asking])).toEqual({
      onTheWay: 1,
      needDecision: 1,
    });
  });
});
