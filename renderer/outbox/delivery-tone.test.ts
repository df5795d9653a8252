import { describe, expect, it } from 'vitest';
import { toneOf } from './delivery-tone';

const ended = { orderId: '7', callUuid: 'c', at: 0 } as const;

describe('a delivery’s tone', () => {
  it('tells success from failure', () => {
    expect(toneOf({ kind: 'delivered', ...ended, pagesSent: 1, pagesTotal: 1 })).toBe('good');
    expect(toneOf({ kind: 'refused', status: 400, message: '', at: 0 })).toBe('bad');
    expect(toneOf({ kind: 'needsDecision', since: 0, why: 'ambiguousOrder' })).toBe('asking');
  });
});
