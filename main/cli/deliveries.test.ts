import { describe, expect, it } from 'vitest';
import { createTranslate } from '../../app/i18n/translate';
import type { Delivery, DeliveryState } from '../../app/outbox/delivery';
import { deliveryLine, viewOf } from './deliveries';

const delivery = (state: DeliveryState): Delivery => ({
  id: 'd1',
  faxId: 'f1',
  recipient: '902123205072',
  sender: null,
  header: 'Faksla',
  documentSha256: '0'.repeat(64),
  pageCount: 3,
  createdAt: 0,
  sendAt: null,
  officeHoursOnly: false,
  retries: 0,
  state,
});
const record = { orderId: '20212', callUuid: 'u1', pagesTotal: 3, at: 1 };

describe('a delivery on the command line', () => {
  it('has its order, its call and the pages that arrived', () => {
    expect(viewOf(delivery({ kind: 'delivered', ...record, pagesSent: 3 }))).toEqual({
      id: 'd1',
      to: '902123205072',
      state: 'delivered',
      orderId: '20212',
      callUuid: 'u1',
      pages: 3,
      reason: null,
    });
  });

  it('that failed halfway says why and how far it came', () => {
    const failed = delivery({ kind: 'failed', ...record, pagesSent: 1, reason: 'Meşgul' });
    expect(viewOf(failed)).toMatchObject({ state: 'failed', pages: 1, reason: 'Meşgul' });
    expect(deliveryLine(createTranslate('tr'), failed)).toBe('0212 320 50 72: Ulaşmadı: Meşgul (1 / 3 sayfa)');
  });

  it('that is only accepted has no call and no reason yet', () => {
    const accepted = delivery({ kind: 'accepted', orderId: '20212', at: 1, serviceStatus: null });
    expect(viewOf(accepted)).toMatchObject({ orderId: '20212', callUuid: null, pages: 3, reason: null });
  });
});
