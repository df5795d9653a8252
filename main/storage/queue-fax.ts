import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Delivery, FaxRequest } from '../../app/outbox/delivery';
import { momentOf } from '../../app/outbox/own-clock';
import type { TellsTime } from '../../app/outbox/own-clock';
import { firstState } from '../../app/outbox/first-state';
import { columnsOf } from './delivery-rows';
import { DocumentLostError } from './document-spool';
import type { DocumentSpool } from './document-spool';
import { nextRevision } from './revision';
import { inTransaction } from './transaction';

interface QueueParts {
  readonly database: DatabaseSyncInstance;
  readonly documents: DocumentSpool;
  readonly exchange: string;
  readonly newId: () => string;
  readonly clock: TellsTime;
}

/** When the user pressed Send, and how long that may be undone. */
interface Pressed {
  readonly at: number;
  readonly undoMs: number;
  /** As in `SpoolStore.queue`. */
  readonly look?: ((documentSha256: string) => void) | undefined;
}

/** D1: the document is on disk before the rows that need it, and both before this answers. */
export async function queueFax(
  parts: QueueParts,
  request: FaxRequest,
  pdf: Uint8Array,
  pressed: Pressed,
): Promise<Delivery[]> {
  const documentSha256 = await parts.documents.save(pdf);
  const deliveries = deliveriesOf(request, documentSha256, pressed, parts.newId);
  inTransaction(parts.database, () => {
    pressed.look?.(documentSha256);
    insertDocument(parts, documentSha256, pdf.byteLength, pressed.at);
    insertFax(parts, request, deliveries);
    insertDeliveries(parts, deliveries);
  });
  // The same document, sent long ago, may have been erased just before these rows needed it.
  await parts.documents.keep(documentSha256, pdf);
  return deliveries;
}

/**
 * Queues once more a document that some fax here has, as part of the transaction it is called in. Nothing is erased while
 * that runs.
 * @throws DocumentLostError
 */
export function requeueFax(parts: QueueParts, request: FaxRequest, documentSha256: string, at: number): Delivery[] {
  if (!parts.documents.has(documentSha256)) throw new DocumentLostError();
  const deliveries = deliveriesOf(request, documentSha256, { at, undoMs: 0 }, parts.newId);
  insertFax(parts, request, deliveries);
  insertDeliveries(parts, deliveries);
  return deliveries;
}

function deliveriesOf(
  request: FaxRequest,
  documentSha256: string,
  { at, undoMs }: Pressed,
  newId: () => string,
): Delivery[] {
  const faxId = newId();
  const state = firstState(at, undoMs, request.sendAt);
  return request.recipients.map((recipient) => ({
    id: newId(),
    faxId,
    recipient: recipient.replace('+', ''),
    sender: request.sender,
    header: request.header,
    documentSha256,
    pageCount: request.pageCount,
    createdAt: at,
    sendAt: request.sendAt ?? null,
    officeHoursOnly: request.officeHoursOnly ?? false,
    retries: 0,
    state,
  }));
}

function insertDocument({ database }: QueueParts, sha256: string, byteCount: number, at: number): void {
  database
    .prepare('INSERT INTO documents (sha256, byte_count, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
    .run(sha256, byteCount, at);
}

function insertFax({ database, exchange }: QueueParts, request: FaxRequest, [first]: readonly Delivery[]): void {
  if (first === undefined) return;
  database
    .prepare(
      `INSERT INTO faxes (id, exchange, document_sha256, sender, header, resolution, page_count, created_at,
         office_hours_only, retry)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      first.faxId,
      exchange,
      first.documentSha256,
      request.sender,
      request.header,
      request.resolution,
      request.pageCount,
      first.createdAt,
      first.officeHoursOnly ? 1 : 0,
      request.retry === false ? 0 : 1,
    );
}

function insertDeliveries({ database, exchange, clock }: QueueParts, deliveries: readonly Delivery[]): void {
  const insert = database.prepare(
    `INSERT INTO deliveries (id, fax_id, exchange, recipient, created_at, send_at, revision, kind, state, not_before,
       noted_at, booted_at)
     VALUES (?, ?, ?, ?, ?, ?, ${nextRevision}, ?, ?, ?, ?, ?)
     RETURNING number`,
  );
  const addToTimeline = database.prepare('INSERT INTO timeline (delivery_number, at, event) VALUES (?, ?, ?)');
  const { now, bootedAt } = momentOf(clock);
  for (const { id, faxId, recipient, createdAt, sendAt, state: queued } of deliveries) {
    const { kind, state, notBefore } = columnsOf(queued);
    const columns = [id, faxId, exchange, recipient, createdAt, sendAt, kind, state, notBefore, now, bootedAt];
    const { number } = insert.get(...columns) as { number: number };
    // What is queued and the first event of a timeline hold the same.
    addToTimeline.run(number, createdAt, state);
  }
}
