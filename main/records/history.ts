import { join } from 'node:path';
import type { ApiClient } from '../../app/api/client';
import { failureOf } from '../../app/api/failure-of';
import type { FaxesReceived, RecordsChanged } from '../../app/history/contract';
import type { SyncStatus } from '../../app/history/sync-status';
import { createRecordWrites } from '../storage/records/record-writes';
import { openRecords } from '../storage/records/open-records';
import { createRecordStore, type RecordStore } from '../storage/records/record-store';
import { inTransaction } from '../storage/transaction';

/** What the records tell of without being asked. */
export interface HistoryEvents {
  readonly onRecordsChanged: (changed: RecordsChanged) => void;
  readonly onFaxesReceived: (received: FaxesReceived) => void;
  readonly onSyncStatus: (status: SyncStatus) => void;
}

export interface HistoryParts extends HistoryEvents {
  readonly folder: string;
  readonly api: ApiClient;
  readonly onDamage: (path: string) => void;
}

/** The records of an account, kept on this computer. */
export interface History {
  readonly store: RecordStore;
  readonly status: () => SyncStatus;
  readonly sync: (since?: number) => Promise<SyncStatus>;
  readonly close: () => void;
}

const dayMs = 86_400_000;

export function openHistory({ folder, api, onDamage, onRecordsChanged, onSyncStatus }: HistoryParts): History {
  const { database, damagedFile } = openRecords(join(folder, 'records.sqlite'), Date.now());
  if (damagedFile !== null) onDamage(damagedFile);
  const store = createRecordStore({ database, linksOf: () => new Map(), now: Date.now });
  const writes = createRecordWrites(database);
  let state: SyncStatus['state'] = { kind: 'idle', nextLookAt: null };
  const status = (): SyncStatus => {
    const { records, unread } = store.counts();
    return {
      ...{ state, completeSince: null, wantedSince: Date.now() - 30 * dayMs, progress: 1, lastReadAt: null },
      ...{ recordCount: records, unreadCount: unread, requests: 0, unusableEntries: 0, unreadSpans: 0 },
    };
  };
  const sync = async (): Promise<SyncStatus> => {
    const now = Date.now();
    try {
      const { records } = await api.listHistory({ since: now - 30 * dayMs }, { limit: 100, page: 1 });
      const isUnread = (): boolean => false;
      const { added } = inTransaction(database, () => writes.keep(records, { otherwiseAt: now, isUnread }));
      onRecordsChanged({ callUuids: [...added], unreadCount: store.counts().unread });
    } catch (error) {
      state = { kind: 'stopped', failure: failureOf(error) };
    }
    onSyncStatus(status());
    return status();
  };
  return { store, status, sync, close: () => database.close() };
}
