import type { Delivery } from '../../app/outbox/delivery';
import type { SpoolStore } from '../storage/outbox-store';

const dayMs = 86_400_000;

/** Deliveries of the last day of this very document to any of `recipients` (with their plus), delivered or on their way. */
export const findSentBefore = (
  store: Pick<SpoolStore, 'sentBefore'>,
  documentSha256: string,
  recipients: readonly string[],
  now: number,
): Delivery[] =>
  store.sentBefore(
    documentSha256,
    recipients.map((recipient) => recipient.replace('+', '')),
    now - dayMs,
  );
