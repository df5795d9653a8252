import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFinal } from './delivery';
import type { DeliveryState } from './delivery';
import { ImpossibleTransitionError, canMeet, nextState } from './transition';
import type { DeliveryEvent } from './transition';

const queued: DeliveryState = { kind: 'queued', notBefore: 0, waitingFor: 'turn' };
const record = { callUuid: 'u1', success: true, pagesSent: 2, pagesTotal: 2, reason: 'Başarılı' };
const after = (...events: DeliveryEvent[]): DeliveryState => events.reduce(nextState, queued);

const claimed: DeliveryEvent = { kind: 'claimed', at: 1 };
const unknown: DeliveryEvent = { kind: 'outcomeUnknown', at: 2, nextCheckAt: 3 };
const accepted: DeliveryEvent = { kind: 'accepted', at: 2, orderId: '20212' };
const cancelled: DeliveryEvent = { kind: 'cancelled', at: 2 };
const absent: DeliveryEvent = { kind: 'absent', at: 60 };
const notSent: DeliveryEvent = { kind: 'notSent', at: 2, waitingFor: 'network', retryAt: 9 };

describe('a delivery', () => {
  it('goes from queued over sending and accepted to delivered', () => {
    const found: DeliveryEvent = { kind: 'recordFound', at: 5, record };
    expect(after(claimed)).toEqual({ kind: 'sending', since: 1 });
    expect(after(claimed, accepted)).toEqual({ kind: 'accepted', orderId: '20212', at: 2, serviceStatus: null });
    expect(after(claimed, accepted, found)).toEqual({
      kind: 'delivered',
      orderId: '20212',
      callUuid: 'u1',
      pagesSent: 2,
      pagesTotal: 2,
      at: 5,
    });
  });

  it('fails with the reason of its record', () => {
    const found: DeliveryEvent = {
      kind: 'recordFound',
      at: 5,
      record: { ...record, success: false, reason: 'Meşgul' },
    };
    expect(after(claimed, accepted, found)).toMatchObject({ kind: 'failed', reason: 'Meşgul' });
  });

  it('is refused for good by a definite answer (D3)', () => {
    const refused: DeliveryEvent = { kind: 'refused', at: 2, status: 400, message: 'invalid base64' };
    expect(after(claimed, refused)).toEqual({ kind: 'refused', status: 400, message: 'invalid base64', at: 2 });
  });

  it('waits where nothing was sent (D3, D7)', () => {
    expect(after(claimed, notSent)).toEqual({ kind: 'queued', notBefore: 9, waitingFor: 'network' });
  });

  it('is unconfirmed after an unknown outcome, and never queued by it (D3)', () => {
    expect(after(claimed, unknown)).toEqual({ kind: 'unconfirmed', since: 2, nextCheckAt: 3, checks: 0 });
  });

  it('is queued again only once it is found absent (D4)', () => {
    const notYet: DeliveryEvent = { kind: 'notFoundYet', nextCheckAt: 8 };
    expect(after(claimed, unknown, notYet)).toMatchObject({ kind: 'unconfirmed', checks: 1, nextCheckAt: 8 });
    expect(after(claimed, unknown, notYet, absent)).toEqual({ kind: 'queued', notBefore: 60, waitingFor: 'turn' });
  });

  it('adopts the order it finds (D4)', () => {
    const found: DeliveryEvent = { kind: 'orderFound', at: 7, orderId: '5', serviceStatus: 'Bekliyor' };
    expect(after(claimed, unknown, found)).toMatchObject({ kind: 'accepted', orderId: '5', serviceStatus: 'Bekliyor' });
  });

  it('asks the user where the evidence is mixed, and keeps the order it knows (D4)', () => {
    const ambiguous: DeliveryEvent = { kind: 'ambiguous', at: 9, bootedAt: 1, why: 'ambiguousRecord' };
    const state = after(claimed, accepted, ambiguous);
    expect(state).toEqual({ kind: 'needsDecision', since: 9, bootedAt: 1, why: 'ambiguousRecord', orderId: '20212' });
    expect(nextState(state, { kind: 'decided', at: 10, decision: 'sendAgain' }).kind).toBe('queued');
    expect(nextState(state, { kind: 'decided', at: 10, decision: 'giveUp' }).kind).toBe('cancelled');
  });

  it('ends with the call the user knows it by (D4)', () => {
    const ambiguous: DeliveryEvent = { kind: 'ambiguous', at: 9, bootedAt: 1, why: 'ambiguousRecord' };
    const call = { callUuid: 'c', success: true, pagesSent: 2, pagesTotal: 2, reason: 'Başarılı' };
    const recognised = (record: typeof call): DeliveryEvent => ({ kind: 'recognised', at: 10, record });
    expect(after(claimed, accepted, ambiguous, recognised(call))).toEqual({
      ...{ kind: 'delivered', orderId: '20212', callUuid: 'c', pagesSent: 2, pagesTotal: 2, at: 10 },
    });
    const busy = { ...call, success: false, pagesSent: 0, reason: 'Meşgul' };
    expect(after(claimed, unknown, ambiguous, recognised(busy))).toMatchObject({ kind: 'failed', orderId: null });
  });

  it('is not sent again after a cancellation that came while it was sent', () => {
    expect(after(claimed, cancelled, unknown, absent).kind).toBe('cancelled');
    expect(after(claimed, unknown, cancelled, absent).kind).toBe('cancelled');
    expect(after(claimed, cancelled, notSent).kind).toBe('cancelled');
    expect(after(claimed, cancelled, accepted).kind).toBe('accepted');
  });

  it('takes an answer that comes after it was given up as unconfirmed', () => {
    expect(after(claimed, unknown, accepted).kind).toBe('accepted');
  });

  it('forgets that its order had left the pending list when it is back', () => {
    const left: DeliveryEvent = { kind: 'orderLeftPending', at: 4 };
    const back: DeliveryEvent = { kind: 'orderPending', serviceStatus: 'Aranıyor' };
    expect(after(claimed, accepted, left)).toMatchObject({ leftPendingAt: 4 });
    expect(after(claimed, accepted, left, back)).not.toHaveProperty('leftPendingAt');
  });

  it('throws for what can not happen', () => {
    expect(() => nextState(queued, accepted)).toThrow(ImpossibleTransitionError);
    expect(() => after(claimed, claimed)).toThrow(/sending can't meet the event claimed/);
  });
});

const events: fc.Arbitrary<DeliveryEvent> = fc.constantFrom<DeliveryEvent>(
  claimed,
  accepted,
  unknown,
  cancelled,
  absent,
  notSent,
  { kind: 'refused', at: 2, status: 400, message: '' },
  { kind: 'orderFound', at: 3, orderId: '7', serviceStatus: null },
  { kind: 'orderPending', serviceStatus: 'Bekliyor' },
  { kind: 'orderLeftPending', at: 4 },
  { kind: 'notFoundYet', nextCheckAt: 9 },
  { kind: 'ambiguous', at: 5, bootedAt: 1, why: 'ambiguousOrder' },
  { kind: 'recordFound', at: 6, record },
  { kind: 'decided', at: 7, decision: 'sendAgain' },
);

describe('any history', () => {
  const walk = (
    history: readonly DeliveryEvent[],
    visit: (from: DeliveryState, event: DeliveryEvent) => void,
  ): void => {
    let state: DeliveryState = queued;
    for (const event of history.filter(Boolean)) {
      if (!canMeet(state, event)) continue;
      visit(state, event);
      state = nextState(state, event);
    }
  };

  it('sends again only after a definite no, an absence or the user’s word (D3, D4)', () => {
    const permits = new Set<DeliveryEvent['kind']>(['notSent', 'absent', 'decided']);
    fc.assert(
      fc.property(fc.array(events, { maxLength: 60 }), (history) => {
        let isFree = true;
        walk(history, (_from, event) => {
          if (event.kind === 'claimed') {
            expect(isFree).toBe(true);
            isFree = false;
          }
          if (permits.has(event.kind)) isFree = true;
        });
      }),
    );
  });

  it('never leaves a final state', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 60 }), (history) =>
        walk(history, (from) => expect(isFinal(from)).toBe(false)),
      ),
    );
  });
});
