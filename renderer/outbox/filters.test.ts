import { describe, expect, it } from 'vitest';
import { deliveryKinds, type OutboxStatus } from '../../app/outbox/listing';
import { countOf, filterNames, filterOf, isWhole, viewOf, wholeOutbox } from './filters';

const counts = Object.fromEntries(deliveryKinds.map((kind, n) => [kind, 2 ** n])) as OutboxStatus['counts'];
const status = { pausedAt: null, counts, nextDueAt: null, barredBy: null };

describe('the filters of the outbox', () => {
  it('count every delivery once, but for the cancelled, which only “all” holds', () => {
    const parts = filterNames.filter((name) => name !== 'all').map((name) => countOf(name, status));
    expect(parts.reduce((a, b) => a + b, 0) + counts.cancelled).toBe(countOf('all', status));
  });

  it('ask for the states and the words', () => {
    expect(filterOf({ filter: 'failed', search: ' 0212 ' })).toEqual({ kinds: ['failed', 'refused'], search: '0212' });
    expect(filterOf(wholeOutbox)).toEqual({});
    expect([isWhole(wholeOutbox), isWhole({ filter: 'all', search: 'x' })]).toEqual([true, false]);
  });

  it('follow a notification', () => {
    expect(viewOf({ kind: 'list', filter: 'failed' })).toEqual({ filter: 'failed', search: '' });
    expect(viewOf({ kind: 'delivery', deliveryId: 'a' })).toEqual(wholeOutbox);
  });
});
