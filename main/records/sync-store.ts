import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { HistoryPage } from '../../app/api/history-answer';
import { isUnread, settled } from '../../app/history/sync-plan';
import type { TimeSpan } from '../../app/history/time-span';
import type { DocumentStates } from '../storage/records/document-states';
import type { KeptPage, RecordWrites } from '../storage/records/record-writes';
import type { SyncProgress } from '../storage/records/sync-progress';
import { inTransaction } from '../storage/transaction';

/** A page of records, and what is complete with it. */
export interface PageRead {
  readonly page: HistoryPage;
  /** Our clock, when it was asked for. */
  readonly askedAt: number;
  /** Where its window ends, epoch milliseconds. */
  readonly until: number;
  readonly covered: TimeSpan | null;
}

export interface SyncStore extends SyncProgress {
  /** Keeps the records and the progress together or neither. */
  keepPage(read: PageRead): KeptPage;
}

interface SyncStoreParts {
  readonly database: DatabaseSyncInstance;
  readonly writes: RecordWrites;
  readonly progress: SyncProgress;
  readonly documents: Pick<DocumentStates, 'await'>;
  /** Documents of faxes that come in are fetched by themselves. */
  readonly fetchReceived: () => boolean;
}

export function createSyncStore({ database, writes, progress, documents, fetchReceived }: SyncStoreParts): SyncStore {
  const keepPage = ({ page, askedAt, until, covered }: PageRead): KeptPage => {
    const firstReadAt = progress.fact('firstReadAt');
    const kept = writes.keep(page.records, {
      otherwiseAt: Math.min(until, askedAt),
      isUnread: (record, endedAt) => isUnread(record, endedAt, firstReadAt),
    });
    if (fetchReceived()) for (const callUuid of kept.unread) documents.await(callUuid, askedAt);
    if (covered !== null) progress.cover(settled(covered, askedAt));
    if (firstReadAt === null) progress.setFact('firstReadAt', askedAt);
    return kept;
  };
  return { ...progress, keepPage: (read) => inTransaction(database, () => keepPage(read)) };
}
