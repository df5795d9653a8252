import { describe, expect, it } from 'vitest';
import type { DeliveryState } from './delivery';
import { delivery, states } from './fixtures';
import type { Spooled } from './ports';
import { usualTiming } from './schedule';
import { isLastLook, settlingMs, unsettledMs } from './settling';
import type { Settling } from './settling';

const [second, minute] = [1_000, 60_000];
const spooled = (id: string, state: DeliveryState): Spooled => ({
  delivery: delivery(id, state),
  revision: 1,
  post: null,
  lease: null,
  retry: true,
});
const settling = (more: Partial<Settling> = {}): Settling => ({
  now: 0,
  timing: usualTiming,
  turnarounds: [],
  open: [],
  ...more,
});

describe('the settling time (D4)', () => {
  it('is two minutes and one a page, while nothing is known of the service', () => {
    expect(settlingMs(1, settling())).toBe(3 * minute);
    expect(settlingMs(10, settling())).toBe(12 * minute);
  });

  it('follows what faxes took that were answered for, the longer the more pages', () => {
    const turnarounds = [{ ms: 50 * second, pages: 2 }];
    expect(settlingMs(1, settling({ turnarounds }))).toBe(minute + 50 * second);
    expect(settlingMs(4, settling({ turnarounds }))).toBe(minute + 100 * second);
  });

  it('is not spoilt by one that was followed only the next day, and has an end', () => {
    const quick = Array.from({ length: 8 }, () => ({ ms: 5 * second, pages: 1 }));
    expect(settlingMs(1, settling({ turnarounds: [{ ms: 1440 * minute, pages: 1 }, ...quick] }))).toBe(65 * second);
    expect(settlingMs(1, settling({ turnarounds: [{ ms: 1440 * minute, pages: 1 }] }))).toBe(30 * minute);
  });

  it('lasts while one that was answered for is in neither list', () => {
    const gone: DeliveryState = { kind: 'accepted', orderId: '7', at: 0, serviceStatus: null, leftPendingAt: second };
    const turnarounds = [{ ms: 5 * second, pages: 1 }];
    const now = 8 * minute;
    expect(settlingMs(1, settling({ now, turnarounds, open: [spooled('a', gone)] }))).toBe(9 * minute);
    expect(settlingMs(1, settling({ now, turnarounds, open: [spooled('a', states.accepted)] }))).toBe(65 * second);
  });

  it('ends with a look, and not before all of them', () => {
    const unconfirmed = (checks: number) => spooled('a', { kind: 'unconfirmed', since: 0, nextCheckAt: 0, checks });
    expect(unsettledMs(unconfirmed(5), settling({ now: minute }))).toBe(3 * minute);
    expect(isLastLook(unconfirmed(5), settling({ now: 3 * minute }))).toBe(false);
    expect(isLastLook(unconfirmed(5), settling({ now: 4 * minute }))).toBe(true);
    expect(isLastLook(unconfirmed(4), settling({ now: 4 * minute }))).toBe(false);
  });
});
