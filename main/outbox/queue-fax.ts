import type { Delivery, FaxRequest, Queued } from '../../app/outbox/delivery';
import { fail, ok, type Result } from '../../app/result';
import { reportError } from '../report-error';
import { DocumentLostError } from '../storage/document-spool';
import type { SpoolStore } from '../storage/outbox-store';
import type { Runner } from './runner';
import { findSentBefore } from './sent-before';

/** The part of an account that faxes go through. */
export interface Outbox {
  readonly store: Pick<SpoolStore, 'queue' | 'sentBefore' | 'find' | 'requestOf' | 'readDocument'>;
  readonly runner: Pick<Runner, 'wake'>;
}

export interface Queueing {
  /** How long the fax may be undone. */
  readonly undoMs?: number;
  /**
   * Whether to queue all the same where deliveries of the last day brought this very document to some of the recipients, or
   * are to. Asked in the transaction that queues: of two processes the second is told of the first.
   */
  readonly mayRepeat: (sentBefore: readonly Delivery[]) => boolean;
}

/** Puts a fax on disk (D1) and wakes the runner. The same recipient twice is one delivery. */
export async function queueFax(
  { store, runner }: Outbox,
  request: FaxRequest,
  pdf: Uint8Array,
  { undoMs = 0, mayRepeat }: Queueing,
): Promise<Result<Queued>> {
  if (request.header.trim() === '') return fail({ kind: 'headerMissing' });
  const recipients = [...new Set(request.recipients)];
  const look = (sha256: string): void => {
    const found = findSentBefore(store, sha256, recipients, Date.now());
    if (found.length > 0 && !mayRepeat(found)) throw new SentBeforeError(found);
  };
  let deliveries: Delivery[];
  try {
    deliveries = await store.queue({ ...request, recipients }, pdf, Date.now(), undoMs, look);
  } catch (error) {
    if (error instanceof SentBeforeError) return ok({ kind: 'sentBefore', recipients: error.recipients });
    reportError(error);
    return fail({ kind: 'storageFailed' });
  }
  runner.wake();
  return ok({ kind: 'queued', deliveries });
}

/** Undoes the transaction it is thrown in. */
class SentBeforeError extends Error {
  override readonly name = 'SentBeforeError';
  readonly recipients: string[];
  constructor(found: readonly Delivery[]) {
    super('The same document went to the same number within a day.');
    this.recipients = [...new Set(found.map(({ recipient }) => recipient))];
  }
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
