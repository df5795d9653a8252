import { describe, expect, it } from 'vitest';
import {
  ConnectionLostError,
  InvalidKeyError,
  NotReachableError,
  RateLimitedError,
  RefusedError,
  ServerFaultError,
  TimedOutError,
  UnreadableAnswerError,
} from '../../app/api/errors';
import { classifyPost, windowsSince } from './exchange-port';

const day = 24 * 3_600_000;

describe('what a failed POST means (D3)', () => {
  it.each([
    [new TimedOutError('x'), 'unknown'],
    [new ConnectionLostError('x', {}), 'unknown'],
    [new ServerFaultError('POST /fax_orders', 500), 'unknown'],
    [new UnreadableAnswerError('POST /fax_orders', 'html'), 'unknown'],
    [new Error('anything else'), 'unknown'],
    [new NotReachableError('x', {}), 'notSent'],
    [new RateLimitedError(7), 'rateLimited'],
    [new InvalidKeyError(401), 'refused'],
    [new RefusedError('POST /fax_orders', 422, 'no'), 'refused'],
  ])('%s is %s', (error, kind) => {
    expect(classifyPost(error).kind).toBe(kind);
  });

  it('keeps what the service said', () => {
    expect(classifyPost(new RefusedError('POST /fax_orders', 422, 'hat yok'))).toEqual({
      kind: 'refused',
      status: 422,
      message: 'hat yok',
    });
    expect(classifyPost(new RateLimitedError(7))).toMatchObject({ retryAfterSeconds: 7 });
  });
});

describe('the windows records are asked for in', () => {
  it('are one, open at its end, for anything recent', () => {
    expect(windowsSince(100 * day, 101 * day)).toEqual([{ since: 100 * day }]);
  });

  it('leave no gap and are never longer than the service allows', () => {
    const windows = windowsSince(0, 100 * day);
    expect(windows).toHaveLength(4);
    windows.slice(1).forEach((window, index) => expect(window.since).toBe(windows[index]?.until));
    for (const { since = 0, until = 100 * day } of windows) expect(until - since).toBeLessThanOrEqual(31 * day);
  });
});
