import { describe, expect, it } from 'vitest';
import type { EventName } from '../../app/contract';
import { delivery } from '../../app/outbox/fixtures';
import { deliveryKinds, type OutboxStatus } from '../../app/outbox/listing';
import { createClient } from '../bridge';
import { type FeedChange, OutboxFeed } from './outbox-feed';

const counts = Object.fromEntries(deliveryKinds.map((kind) => [kind, 0])) as OutboxStatus['counts'];
const status: OutboxStatus = { pausedAt: null, counts, nextDueAt: null, barredBy: null };

/** A feed and what main would tell it. */
function setUp(answer: OutboxStatus = status) {
  const listeners = new Map<EventName, (payload: unknown) => void>();
  const transport = {
    invoke: () => Promise.resolve(answer),
    pass: () => undefined,
    on(name: EventName, listener: (payload: unknown) => void) {
      listeners.set(name, listener);
      return () => void listeners.delete(name);
    },
  };
  const feed = new OutboxFeed(createClient(transport));
  const changes: FeedChange[] = [];
  feed.onChange((change) => changes.push(change));
  feed.follow();
  const tell = (name: EventName, payload: unknown): void => listeners.get(name)?.(payload);
  return { feed, changes, tell };
}

describe('the feed of the outbox', () => {
  it('hands on what changed, and the counts', () => {
    const { feed, changes, tell } = setUp();
    const sending = delivery('a', { kind: 'sending', since: 0 });
    tell('outboxChanged', { deliveries: [sending], isPartial: false, status: { ...status, pausedAt: 5 } });
    expect(changes).toEqual([{ deliveries: [sending], isPartial: false }]);
    expect(feed.status()?.pausedAt).toBe(5);
  });

  it('knows how far an upload is while it lasts', () => {
    const { feed, tell } = setUp();
    tell('uploadProgress', { deliveryId: 'a', sentBytes: 45, totalBytes: 100 });
    expect(feed.uploadShare('a')).toBe(0.45);
    const accepted = delivery('a', { kind: 'accepted', orderId: '7', at: 0, serviceStatus: null });
    tell('outboxChanged', { deliveries: [accepted], isPartial: false, status });
    expect(feed.uploadShare('a')).toBeNull();
  });

  it('is read again as a whole when another account is chosen', async () => {
    const { feed, changes } = setUp({ ...status, nextDueAt: 9 });
    await feed.reread();
    expect(changes).toEqual([{ deliveries: [], isPartial: true }]);
    expect(feed.status()?.nextDueAt).toBe(9);
  });
});
