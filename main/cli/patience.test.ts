import { describe, expect, it } from 'vitest';
import type { DeliveryState } from '../../app/outbox/delivery';
import { isEnough } from './patience';

const now = 1_000_000;
const reached = { failedPolls: 0, isPaused: false, troubledMs: 0 };
const accepted: DeliveryState = { kind: 'accepted', orderId: '1', at: now, serviceStatus: null };
const unconfirmed = (checks: number): DeliveryState => ({ kind: 'unconfirmed', since: now, nextCheckAt: now, checks });
const held = (notBefore: number): DeliveryState => ({ kind: 'queued', notBefore, waitingFor: 'rateLimit' });

describe('send', () => {
  it('ends with the order without --wait, and goes on with it', () => {
    expect(isEnough(accepted, reached, false, now)).toBe(true);
    expect(isEnough(accepted, reached, true, now)).toBe(false);
  });

  it('looks for a fax without an answer before it reports it, and to the end with --wait', () => {
    expect(isEnough(unconfirmed(0), reached, false, now)).toBe(false);
    expect(isEnough(unconfirmed(2), reached, false, now)).toBe(true);
    expect(isEnough(unconfirmed(5), reached, true, now)).toBe(false);
  });

  it('does not wait for a network that is away, before or after the POST', () => {
    expect(isEnough({ kind: 'queued', notBefore: now, waitingFor: 'network' }, reached, true, now)).toBe(true);
    expect(isEnough(accepted, { ...reached, failedPolls: 5 }, true, now)).toBe(true);
    expect(isEnough(unconfirmed(0), { ...reached, failedPolls: 5 }, true, now)).toBe(true);
  });

  it('does not wait for ever for a disk that is full, before or after the POST', () => {
    const queued: DeliveryState = { kind: 'queued', notBefore: now, waitingFor: 'turn' };
    expect(isEnough(queued, { ...reached, troubledMs: 5_000 }, true, now)).toBe(false);
    expect(isEnough(queued, { ...reached, troubledMs: 15_000 }, true, now)).toBe(true);
    expect(isEnough(accepted, { ...reached, troubledMs: 15_000 }, true, now)).toBe(true);
  });

  it('waits out a short Retry-After, not a long one', () => {
    expect(isEnough(held(now + 5_000), reached, false, now)).toBe(false);
    expect(isEnough(held(now + 3_600_000), reached, true, now)).toBe(true);
  });

  it.each(['time', 'officeHours', 'retry'] as const)(
    'leaves what waits for later (%s), unless with --wait',
    (waitingFor) => {
      const later: DeliveryState = { kind: 'queued', notBefore: now + 3_600_000, waitingFor };
      expect(isEnough(later, reached, false, now)).toBe(true);
      expect(isEnough(later, reached, true, now)).toBe(false);
      expect(isEnough(later, reached, false, later.notBefore)).toBe(false);
    },
  );

  it('does not wait for an outbox that is paused to be resumed', () => {
    const queued: DeliveryState = { kind: 'queued', notBefore: now, waitingFor: 'turn' };
    expect(isEnough(queued, reached, true, now)).toBe(false);
    expect(isEnough(queued, { ...reached, isPaused: true }, true, now)).toBe(true);
    expect(isEnough(accepted, { ...reached, isPaused: true }, true, now)).toBe(false);
  });
});
