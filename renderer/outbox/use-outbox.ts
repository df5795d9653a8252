import { createContext, useContext, useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { KeyStatus, OutboxAsked } from '../../app/contract';
import type { Failure } from '../../app/failure';
import type { OutboxStatus } from '../../app/outbox/listing';
import type { Client } from '../bridge';
import { hasKey, useKnown } from '../services';
import { type FeedChange, OutboxFeed } from './outbox-feed';

export const OutboxContext = createContext<OutboxFeed | null>(null);

export function useOutbox(): OutboxFeed {
  const feed = useContext(OutboxContext);
  if (!feed) throw new Error('useOutbox is called outside OutboxContext.');
  return feed;
}

/** Follows the outbox of the account in use for the whole window. */
export function useOutboxFeed(client: Client, keyStatus: KeyStatus | null): OutboxFeed {
  const [feed] = useState(() => new OutboxFeed(client));
  useEffect(() => feed.follow(), [feed]);
  const account = keyStatus && (keyStatus.kept === 'demo' ? 'demo' : 'own');
  useEffect(() => {
    if (account) void feed.reread();
  }, [feed, account]);
  return feed;
}

/** `null` until main has told it. */
export function useOutboxStatus(): OutboxStatus | null {
  const feed = useOutbox();
  return useSyncExternalStore(feed.subscribe, feed.status);
}

/** Why nothing can be sent now; `null` where something can. */
export function useBarredBy(): Failure | null {
  const status = useOutboxStatus();
  const { keyStatus } = useKnown();
  return status?.barredBy ?? (hasKey(keyStatus) ? null : { kind: 'keyMissing' });
}

export function useUploadShare(deliveryId: string): number | null {
  const feed = useOutbox();
  return useSyncExternalStore(feed.subscribe, () => feed.uploadShare(deliveryId));
}

/** What a notification led to last; a new object each time. */
export function useOutboxAsked(): OutboxAsked | null {
  const feed = useOutbox();
  return useSyncExternalStore(feed.subscribe, feed.asked);
}

/** Calls `follower` at every change of deliveries. */
export function useOutboxChanges(follower: (change: FeedChange) => void): void {
  const feed = useOutbox();
  const follow = useEffectEvent(follower);
  useEffect(() => feed.onChange((change) => follow(change)), [feed]);
}
