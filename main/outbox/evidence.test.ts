import { expect, it } from 'vitest';
import type { PendingOrder } from '../../app/api/entities';
import { NotReachableError } from '../../app/api/errors';
import type { HistoryRecord, RecordLink } from '../../app/history/record';
import type { RecordQuestion } from '../../app/history/question';
import { delivery, states } from '../../app/outbox/fixtures';
import { evidenceFor } from './evidence';

const order = (orderId: string, recipient: string): PendingOrder => ({
  ...{ orderId, recipient },
  ...{ createdAt: '2026-11-27 10:00:00', sender: '', status: 'Bekliyor' },
});
const record = (callUuid: string, link: RecordLink) => ({ callUuid, link }) as HistoryRecord;
const doubtful = { ...delivery('mine', states.needsDecision), createdAt: 90_000_000 };

function gathering(listPending: () => Promise<PendingOrder[]>) {
  const asked: RecordQuestion[] = [];
  const records = [
    record('mine', { kind: 'matched', deliveryId: 'mine' }),
    record('another’s', { kind: 'matched', deliveryId: 'other' }),
    record('perhaps mine', { kind: 'ambiguous', deliveryIds: ['mine', 'other'] }),
    record('nobody’s', { kind: 'none' }),
  ];
  const parts = {
    store: { taken: () => ({ orders: new Set(['8']), records: new Set<string>() }) },
    records: {
      search(question: RecordQuestion) {
        asked.push(question);
        return { records, total: records.length };
      },
    },
    exchange: { listPending },
  };
  return { asked, evidence: evidenceFor(parts, doubtful) };
}

it('the evidence is what waits for the number and was called, but for what is another delivery’s', async () => {
  const orders = [order('7', '0212 320 50 72'), order('8', '902123205072'), order('9', '902123205073')];
  const { asked, evidence } = gathering(() => Promise.resolve(orders));
  expect((await evidence).orders?.map(({ orderId }) => orderId)).toEqual(['7']);
  expect((await evidence).records.map(({ callUuid }) => callUuid)).toEqual(['mine', 'perhaps mine', 'nobody’s']);
  expect((await evidence).since).toBe(90_000_000 - 86_400_000);
  expect(asked).toEqual([{ direction: 'outbound', recipient: '902123205072', since: 90_000_000 - 86_400_000 }]);
});

it('the evidence says where the exchange can’t be asked', async () => {
  const { evidence } = gathering(() => Promise.reject(new NotReachableError('x', {})));
  expect(await evidence).toMatchObject({ orders: null, records: [{}, {}, {}] });
});
