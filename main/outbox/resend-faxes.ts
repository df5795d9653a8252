import { type Delivery, type FaxRequest, isFinal } from '../../app/outbox/delivery';
import { displayNumber } from '../../app/phone/fax-number';
import { fail, ok, type Result } from '../../app/result';
import { documentOf, type Outbox, queueFax } from './queue-fax';

/**
 * Sends the documents of deliveries that are over to their recipients once more: one new fax for those of one fax. One
 * that was delivered is only sent `again` where that is wanted; otherwise none is.
 */
export async function resendFaxes(
  outbox: Outbox,
  deliveryIds: readonly string[],
  again: boolean,
): Promise<Result<Delivery[]>> {
  const found = deliveryIds.map((id) => outbox.store.find(id)?.delivery).filter((delivery) => delivery !== undefined);
  const over = found.filter(({ state }) => isFinal(state));
  if (over.length === 0) return fail({ kind: 'cancelled' });
  const delivered = over.find(({ state }) => state.kind === 'delivered');
  if (delivered !== undefined && !again) {
    return fail({ kind: 'sentBefore', recipient: displayNumber(delivered.recipient) });
  }
  const queued: Delivery[] = [];
  for (const ofOneFax of byFax(over)) {
    const result = await resendFax(outbox, ofOneFax);
    if (!result.ok) return result;
    queued.push(...result.value);
  }
  return ok(queued);
}

function byFax(deliveries: readonly Delivery[]): Delivery[][] {
  const groups = new Map<string, Delivery[]>();
  for (const delivery of deliveries) groups.set(delivery.faxId, [...(groups.get(delivery.faxId) ?? []), delivery]);
  return [...groups.values()];
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
