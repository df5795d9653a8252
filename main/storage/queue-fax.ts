import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Delivery, FaxRequest } from '../../app/outbox/delivery';
import { columnsOf } from './delivery-rows';
import type { DocumentSpool } from './document-spool';
import { nextRevision } from './revision';
import { inTransaction } from './transaction';

interface QueueParts {
  readonly database: DatabaseSyncInstance;
  readonly documents: DocumentSpool;
  readonly exchange: string;
  readonly newId: () => string;
}

/** D1: the document is on disk before the rows that need it, and both before this answers. */
export async function queueFax(
  parts: QueueParts,
  request: FaxRequest,
  pdf: Uint8Array,
  at: number,
): Promise<Delivery[]> {
  const documentSha256 = await parts.documents.save(pdf);
  const deliveries = deliveriesOf(request, documentSha256, at, parts.newId);
  inTransaction(parts.database, () => {
    insertDocument(parts, documentSha256, pdf.byteLength, at);
    insertFax(parts, request, deliveries);
    for (const delivery of deliveries) insertDelivery(parts, delivery);
  });
  return deliveries;
}

function deliveriesOf(request: FaxRequest, documentSha256: string, at: number, newId: () => string): Delivery[] {
  const faxId = newId();
  return request.recipients.map((recipient) => ({
    id: newId(),
    faxId,
    recipient: recipient.replace('+', ''),
    sender: request.sender,
    header: request.header,
    documentSha256,
    pageCount: request.pageCount,
    createdAt: at,
    state: { kind: 'queued', notBefore: at, waitingFor: 'turn' },
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
      `INSERT INTO faxes (id, exchange, document_sha256, sender, header, resolution, page_count, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
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
    );
}

function insertDelivery({ database, exchange }: QueueParts, delivery: Delivery): void {
  const { kind, state, notBefore } = columnsOf(delivery.state);
  database
    .prepare(
      `INSERT INTO deliveries (id, fax_id, exchange, recipient, created_at, revision, kind, state, not_before)
       VALUES (?, ?, ?, ?, ?, ${nextRevision}, ?, ?, ?)`,
    )
    .run(delivery.id, delivery.faxId, exchange, delivery.recipient, delivery.createdAt, kind, state, notBefore);
}
