import { groupedBy } from '../../app/grouped-by';
import { type Delivery, isFinal, type Resent } from '../../app/outbox/delivery';
import { displayNumber } from '../../app/phone/fax-number';
import { fail, ok, type Result } from '../../app/result';
import { reportError } from '../report-error';
import { DocumentLostError } from '../storage/document-spool';
import type { SpoolStore } from '../storage/outbox-store';
import { documentOf, type Outbox } from './queue-fax';
import { findSentBefore } from './sent-before';

/** What sending again needs: it asks what was sent already. */
export interface Resending {
  readonly store: Pick<SpoolStore, 'find' | 'requestOf' | 'readDocument' | 'sentBefore' | 'requeue' | 'together'>;
  readonly runner: Outbox['runner'];
}

/**
 * Sends the documents of deliveries that are over to their recipients once more: one new fax for those of one fax, and
 * one document to one number once, however many of its deliveries are given. What was delivered, or went to the number
 * within a day by another delivery, is only sent `again` where that is wanted; otherwise none is. Those whose document
 * is lost are left out.
 */
export async function resendFaxes(
  outbox: Resending,
  deliveryIds: readonly string[],
  again: boolean,
): Promise<Result<Resent>> {
  const { store, runner } = outbox;
  const meant = resendable(store, deliveryIds, again);
  if (!meant.ok) return meant;
  const lost = new Set<string>();
  const oneOfEach = new Map(meant.value.map((delivery) => [delivery.documentSha256, delivery]));
  for (const [sha256, delivery] of oneOfEach) {
    const document = await documentOf(outbox, delivery);
    if (document.ok) continue;
    if (document.failure.kind !== 'documentLost') return document;
    lost.add(sha256);
  }
  const queued = requeued(store, deliveryIds, again, lost);
  if (queued.ok && queued.value.deliveries.length > 0) runner.wake();
  return queued;
}

/** Looks again in the transaction that queues: of two processes, or two presses, the second finds what the first did. */
function requeued(
  store: Resending['store'],
  deliveryIds: readonly string[],
  again: boolean,
  lostDocuments: ReadonlySet<string>,
): Result<Resent> {
  try {
    return store.together(() => {
      const meant = resendable(store, deliveryIds, again);
      if (!meant.ok) return meant;
      const lost = meant.value.filter(({ documentSha256 }) => lostDocuments.has(documentSha256));
      const whole = meant.value.filter(({ documentSha256 }) => !lostDocuments.has(documentSha256));
      const deliveries: Delivery[] = [];
      for (const ofOneFax of groupedBy(whole, ({ faxId }) => faxId).values()) {
        const queued = requeue(store, ofOneFax);
        if (queued === null) lost.push(...ofOneFax);
        else deliveries.push(...queued);
      }
      return ok({ deliveries, lost: [...new Set(lost.map(({ recipient }) => recipient))] });
    });
  } catch (error) {
    reportError(error);
    return fail({ kind: 'storageFailed' });
  }
}

/** Those of the deliveries to be sent again, or why none is. */
function resendable(store: Resending['store'], deliveryIds: readonly string[], again: boolean): Result<Delivery[]> {
  const found = deliveryIds.map((id) => store.find(id)?.delivery).filter((delivery) => delivery !== undefined);
  const over = found.filter(({ state }) => isFinal(state));
  if (over.length === 0) return fail({ kind: 'cancelled' });
  const sent = again ? undefined : (over.find(({ state }) => state.kind === 'delivered') ?? sentMeanwhile(store, over));
  if (sent !== undefined) return fail({ kind: 'sentBefore', recipient: displayNumber(sent.recipient) });
  return ok(newestOfEach(over));
}

/** A failed fax that was sent again is still there, and its successor may have arrived. */
function sentMeanwhile(store: Resending['store'], over: readonly Delivery[]): Delivery | undefined {
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

/** `deliveries`: of one fax; `null` where its document was erased just now. */
function requeue(store: Resending['store'], deliveries: readonly Delivery[]): Delivery[] | null {
  const [first] = deliveries;
  const request = first === undefined ? null : store.requestOf(first.id);
  if (first === undefined || request === null) return [];
  const recipients = deliveries.map(({ recipient }) => `+${recipient}`);
  try {
    return store.requeue({ ...request, recipients }, first.documentSha256, Date.now());
  } catch (error) {
    // Nothing was written before it was missed.
    if (error instanceof DocumentLostError) return null;
    throw error;
  }
}
