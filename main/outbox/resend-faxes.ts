import { groupedBy } from '../../app/grouped-by';
import { type Delivery, type FaxRequest, isFinal } from '../../app/outbox/delivery';
import { displayNumber } from '../../app/phone/fax-number';
import { fail, ok, type Result } from '../../app/result';
import type { SpoolStore } from '../storage/outbox-store';
import { documentOf, type Outbox, queueFax } from './queue-fax';
import { findSentBefore } from './sent-before';

/** What sending again needs: it asks what was sent already. */
export interface Resending extends Outbox {
  readonly store: Outbox['store'] & Pick<SpoolStore, 'sentBefore'>;
}

/**
 * Sends the documents of deliveries that are over to their recipients once more: one new fax for those of one fax, and
 * one document to one number once, however many of its deliveries are given. What was delivered, or went to the number
 * within a day by another delivery, is only sent `again` where that is wanted; otherwise none is.
 */
export async function resendFaxes(
  outbox: Resending,
  deliveryIds: readonly string[],
  again: boolean,
): Promise<Result<Delivery[]>> {
  const found = deliveryIds.map((id) => outbox.store.find(id)?.delivery).filter((delivery) => delivery !== undefined);
  const over = found.filter(({ state }) => isFinal(state));
  if (over.length === 0) return fail({ kind: 'cancelled' });
  const sent = again
    ? undefined
    : (over.find(({ state }) => state.kind === 'delivered') ?? sentMeanwhile(outbox, over));
  if (sent !== undefined) return fail({ kind: 'sentBefore', recipient: displayNumber(sent.recipient) });
  const queued: Delivery[] = [];
  for (const ofOneFax of groupedBy(newestOfEach(over), ({ faxId }) => faxId).values()) {
    const result = await resendFax(outbox, ofOneFax);
    if (!result.ok) return result;
    queued.push(...result.value);
  }
  return ok(queued);
}

/** A failed fax that was sent again is still there, and its successor may have arrived. */
function sentMeanwhile({ store }: Resending, over: readonly Delivery[]): Delivery | undefined {
  for (const [sha256, ofOneDocument] of groupedBy(over, ({ documentSha256 }) => documentSha256)) {
    const recipients = ofOneDocument.map(({ recipient }) => recipient);
    const [sent] = findSentBefore(store, sha256, recipients, Date.now());
    if (sent !== undefined) return sent;
  }
  return undefined;
}

/** A fax that failed, was sent again and failed again is several deliveries of one document to one number. */
function newestOfEach(deliveries: readonly Delivery[]): Delivery[] {
  const oldestFirst = deliveries.toSorted((a, b) => a.createdAt - b.createdAt);
  return [...new Map(oldestFirst.map((each) => [`${each.documentSha256} ${each.recipient}`, each])).values()];
}

/** `deliveries`: of one fax, at least one. */
async function resendFax(outbox: Outbox, deliveries: readonly Delivery[]): Promise<Result<Delivery[]>> {
  const [first] = deliveries;
  const request: FaxRequest | null = first === undefined ? null : outbox.store.requestOf(first.id);
  if (first === undefined || request === null) return fail({ kind: 'cancelled' });
  const document = await documentOf(outbox, first);
  if (!document.ok) return document;
  const recipients = deliveries.map(({ recipient }) => `+${recipient}`);
  return queueFax(outbox, { ...request, recipients }, document.value);
}
