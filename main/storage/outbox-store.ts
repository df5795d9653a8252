import { randomUUID } from 'node:crypto';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Delivery, FaxRequest } from '../../app/outbox/delivery';
import type { Spool } from '../../app/outbox/ports';
import type { TellsTime } from '../../app/outbox/own-clock';
import { systemClock } from '../outbox/system-clock';
import type { DocumentSpool } from './document-spool';
import { createExchangeClock } from './exchange-clock';
import { createFollowClock } from './follow-clock';
import { createOutboxChanges } from './outbox-changes';
import { createOutboxBulk } from './outbox-bulk';
import type { OutboxBulk } from './outbox-bulk';
import { createOutboxListing } from './outbox-listing';
import type { OutboxListing } from './outbox-listing';
import { createOutboxReads } from './outbox-reads';
import type { OutboxReads } from './outbox-reads';
import { takenIn } from './ownership';
import { queueFax, requeueFax } from './queue-fax';

export interface SpoolStore extends Spool, OutboxReads, OutboxListing, OutboxBulk {
  /**
   * D1: answers once the document and its deliveries outlive a power cut. `undoMs`: how long they may be undone. `look`
   * is called in the transaction that queues, before it does; where it throws, nothing is queued.
   */
  queue(
    request: FaxRequest,
    pdf: Uint8Array,
    at: number,
    undoMs?: number,
    look?: (documentSha256: string) => void,
  ): Promise<Delivery[]>;
  /** Queues once more a document that is kept here; to be called in `together` (`queue-fax.ts`). */
  requeue(request: FaxRequest, documentSha256: string, at: number): Delivery[];
}

interface SpoolParts {
  readonly database: DatabaseSyncInstance;
  readonly documents: DocumentSpool;
  /**
   * Names the exchange the deliveries are for. Only deliveries queued under the same name are seen, so none is ever
   * sent to an exchange it was not meant for.
   */
  readonly exchange: string;
  /** When things happen, for their timelines and their marks; the system's clock where not said. */
  readonly clock?: TellsTime;
  /** Random ones where not said. */
  readonly newId?: () => string;
}

/** The outbox of one exchange in the database, shared with any other process that has it open. */
export function createOutboxStore(parts: SpoolParts): SpoolStore {
  const { database, documents, exchange, clock = systemClock, newId = randomUUID } = parts;
  const reads = createOutboxReads(database, exchange);
  const queueParts = { database, documents, exchange, newId, clock };
  return {
    ...reads,
    ...createOutboxChanges({ database, exchange, find: (id) => reads.find(id), clock }),
    followClock: createFollowClock(database, exchange),
    ...createOutboxListing(database, exchange, () => reads.pausedAt()),
    ...createOutboxBulk({ database, exchange, clock }),
    ...createExchangeClock(database, exchange),
    taken: (orderIds, callUuids) => takenIn(database, exchange, orderIds, callUuids),
    readDocument: (sha256) => documents.read(sha256),
    queue: (request, pdf, at, undoMs = 0, look) => queueFax(queueParts, request, pdf, { at, undoMs, look }),
    requeue: (request, documentSha256, at) => requeueFax(queueParts, request, documentSha256, at),
  };
}
