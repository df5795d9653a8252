import type { Delivery, FaxRequest } from '../../app/outbox/delivery';
import { fail, ok, type Result } from '../../app/result';
import { reportError } from '../report-error';
import { DocumentLostError } from '../storage/document-spool';
import type { SpoolStore } from '../storage/outbox-store';
import type { Runner } from './runner';

/** The part of an account that faxes go through. */
export interface Outbox {
  readonly store: Pick<SpoolStore, 'queue' | 'find' | 'requestOf' | 'readDocument'>;
  readonly runner: Pick<Runner, 'wake'>;
}

/** Puts a fax on disk (D1) and wakes the runner. The same recipient twice is one delivery. `undoMs`: how long it may be undone. */
export async function queueFax(
  outbox: Outbox,
  request: FaxRequest,
  pdf: Uint8Array,
  undoMs = 0,
): Promise<Result<Delivery[]>> {
  if (request.header.trim() === '') return fail({ kind: 'headerMissing' });
  const recipients = [...new Set(request.recipients)];
  let deliveries: Delivery[];
  try {
    deliveries = await outbox.store.queue({ ...request, recipients }, pdf, Date.now(), undoMs);
  } catch (error) {
    reportError(error);
    return fail({ kind: 'storageFailed' });
  }
  outbox.runner.wake();
  return ok(deliveries);
}

/** What was sent, or is to be. */
export async function documentOf(
  { store }: { readonly store: Pick<SpoolStore, 'readDocument'> },
  { documentSha256 }: Delivery,
): Promise<Result<Uint8Array>> {
  try {
    return ok(await store.readDocument(documentSha256));
  } catch (error) {
    if (error instanceof DocumentLostError) return fail({ kind: 'documentLost' });
    reportError(error);
    return fail({ kind: 'storageFailed' });
  }
}
