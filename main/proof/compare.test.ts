import { expect, it } from 'vitest';
import type { Delivery } from '../../app/outbox/delivery';
import { gatherReport } from '../../app/proof/gather';
import { differencesFrom } from './compare';

const at = Date.parse('2026-11-23T11:30:00Z');
const delivery: Delivery = {
  id: 'd1',
  faxId: 'f1',
  recipient: '902123205072',
  sender: null,
  header: 'Büro',
  documentSha256: 'a'.repeat(64),
  pageCount: 1,
  createdAt: at,
  sendAt: null,
  officeHoursOnly: false,
  retries: 0,
  state: { kind: 'failed', orderId: '7', callUuid: 'c1', pagesSent: 0, pagesTotal: 1, reason: 'Meşgul', at },
};
const report = gatherReport({
  ...{
    delivery,
    resolution: 'fine',
    attempts: [],
    record: null,
    exchange: 'demo',
    program: 'Faksla 1',
    language: 'tr',
  },
  document: { bytes: 1, pages: [] },
  madeAt: at,
  zoneMinutes: () => 180,
});
if (report === null) throw new Error('There is no report.');

it('finds nothing different in the proof of the delivery itself', () => {
  expect(differencesFrom(delivery, report)).toEqual([]);
});

it('finds a forged outcome, recipient and document', () => {
  expect(differencesFrom(delivery, { ...report, outcome: 'delivered', pagesSent: 1 })).toEqual(['outcome', 'pages']);
  expect(differencesFrom({ ...delivery, recipient: '903124440000' }, report)).toEqual(['recipient']);
  expect(differencesFrom({ ...delivery, documentSha256: 'b'.repeat(64) }, report)).toEqual(['document']);
});
