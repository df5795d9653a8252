import { describe, expect, it } from 'vitest';
import type { DeliveryState, WaitingFor } from './delivery';
import { states } from './fixtures';
import { stateToday } from './state-today';

const hour = 3_600_000;
const queued = (waitingFor: WaitingFor): DeliveryState => ({ kind: 'queued', notBefore: 10 * hour, waitingFor });

describe('a state, by a clock that was set', () => {
  it.each(['turn', 'network', 'rateLimit', 'undo', 'retry'] as const)('waits as long for %s', (waitingFor) => {
    expect(stateToday(queued(waitingFor), -hour)).toEqual({ ...queued(waitingFor), notBefore: 9 * hour });
  });

  it.each(['time', 'officeHours'] as const)('keeps to the time of day for %s', (waitingFor) => {
    expect(stateToday(queued(waitingFor), -hour)).toEqual(queued(waitingFor));
  });

  it('is looked for as long', () => {
    const state: DeliveryState = { kind: 'unconfirmed', since: 10 * hour, nextCheckAt: 11 * hour, checks: 2 };
    expect(stateToday(state, hour)).toEqual({ ...state, since: 11 * hour, nextCheckAt: 12 * hour });
  });

  it('is followed as long', () => {
    const state: DeliveryState = {
      kind: 'accepted',
      orderId: '1',
      at: hour,
      serviceStatus: null,
      leftPendingAt: 2 * hour,
    };
    expect(stateToday(state, hour)).toEqual({ ...state, at: 2 * hour, leftPendingAt: 3 * hour });
    expect(stateToday({ kind: 'accepted', orderId: '1', at: hour, serviceStatus: null }, hour)).not.toHaveProperty(
      'leftPendingAt',
    );
  });

  it('stays where nothing is waited for', () => {
    const { delivered, failed, cancelled, needsDecision } = states;
    for (const state of [delivered, failed, cancelled, needsDecision]) expect(stateToday(state, hour)).toEqual(state);
  });
});
