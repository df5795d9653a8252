import type { Delivery } from '../../app/outbox/delivery';
import { sha256Of } from '../storage/document-spool';
import type { SpoolStore } from '../storage/outbox-store';

const dayMs = 86_400_000;

/** Deliveries of the last day of the very same document to any of `recipients` (with their plus), delivered or on their way. */
export const findSentBefore = (
  store: Pick<SpoolStore, 'sentBefore'>,
  pdf: Uint8Array,
  recipients: readonly string[],
  now: number,
): Delivery[] =>
  store.sentBefore(
    sha256Of(pdf),
    recipients.map((recipient) => recipient.replace('+', '')),
    now - dayMs,
  );
