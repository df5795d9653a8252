import { expect, it } from 'vitest';
import { delivery } from '../../app/outbox/fixtures';
import { doableOf } from './doable';

const ended = { orderId: '7', callUuid: 'c', pagesSent: 1, pagesTotal: 1, at: 0 } as const;

it('each delivery is for what its state allows', () => {
  const doable = doableOf([
    delivery('turn', { kind: 'queued', notBefore: 0, waitingFor: 'turn' }),
    delivery('later', { kind: 'queued', notBefore: 9, waitingFor: 'time' }),
    delivery('limited', { kind: 'queued', notBefore: 9, waitingFor: 'rateLimit' }),
    delivery('sending', { kind: 'sending', since: 0 }),
    delivery('delivered', { kind: 'delivered', ...ended }),
    delivery('failed', { kind: 'failed', ...ended, reason: 'Meşgul' }),
  ]);
  expect(doable).toEqual({
    cancel: ['turn', 'later', 'limited'],
    retryNow: ['later'],
    resend: ['delivered', 'failed'],
    delivered: 1,
  });
});
