import { type Delivery, type FaxRequest, isFinal } from '../../app/outbox/delivery';
import { fail, ok, type Result } from '../../app/result';
import { DocumentLostError } from '../storage/document-spool';
import type { SpoolStore } from '../storage/outbox-store';
import type { Runner } from './runner';
import { reportError } from '../report-error';

/** The part of an account that faxes go through. */
export interface Outbox {
  readonly store: Pick<SpoolStore, 'queue' | 'find' | 'requestOf' | 'readDocument'>;
  readonly runner: Pick<Runner, 'wake'>;
}

/** Puts a fax on disk (D1) and wakes the runner. The same recipient twice is one delivery. */
export async function queueFax(outbox: Outbox, request: FaxRequest, pdf: Uint8Array): Promise<Result<Delivery[]>> {
  if (request.header.trim() === '') return fail({ kind: 'headerMissing' });
  const recipients = [...new Set(request.recipients)];
  let deliveries: Delivery[];
  try {
    deliveries = await outbox.store.queue({ ...request, recipients }, pdf, Date.now());
  } catch (error) {
    reportError(error);
    return fail({ kind: 'storageFailed' });
  }
  outbox.runner.wake();
  return ok(deliveries);
}

/** Sends the document of a delivery that is over to its recipient once more, as a new fax. */
export async function resendFax(outbox: Outbox, deliveryId: string): Promise<Result<Delivery[]>> {
  const delivery = outbox.store.find(deliveryId)?.delivery;
  const request = outbox.store.requestOf(deliveryId);
  if (delivery === undefined || request === null || !isFinal(delivery.state)) return fail({ kind: 'cancelled' });
  const document = await documentOf(outbox, delivery);
  return document.ok ? queueFax(outbox, request, document.value) : document;
}

/** What was sent, or is to be. */
export async function documentOf(outbox: Outbox, { documentSha256 }: Delivery): Promise<Result<Uint8Array>> {
  try {
    return ok(await outbox.store.readDocument(documentSha256));
  } catch (error) {
    if (error instanceof DocumentLostError) return fail({ kind: 'documentLost' });
    reportError(error);
    return fail({ kind: 'storageFailed' });
  }
}
