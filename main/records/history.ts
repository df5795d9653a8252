import { join } from 'node:path';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { ApiClient } from '../../app/api/client';
import type { FaxesReceived, RecordsChanged } from '../../app/history/contract';
import { linksOf } from '../../app/history/links';
import { monthsBefore } from '../../app/history/sync-plan';
import type { SyncStatus } from '../../app/history/sync-status';
import { momentOf } from '../../app/outbox/own-clock';
import type { Clock } from '../../app/outbox/ports';
import { offsetToday } from '../../app/outbox/service-clock';
import type { Settings } from '../../app/settings';
import { openedDocumentPaths } from '../os/opened-documents';
import { spooledBefore, spoolPath } from '../storage/document-spool';
import type { SpoolStore } from '../storage/outbox-store';
import { createOutboxErasing } from '../storage/outbox-erase';
import { createRecordOwners } from '../storage/record-owners';
import { createDocumentStates } from '../storage/records/document-states';
import { createRecordErasing } from '../storage/records/erasing';
import { openMendingRecords } from '../storage/records/open-records';
import { createRecordStore, type RecordStore } from '../storage/records/record-store';
import { createRecordWrites, type KeptPage } from '../storage/records/record-writes';
import { createSyncProgress } from '../storage/records/sync-progress';
import { createDocumentFolder } from './document-folder';
import { createRecordDocuments, type RecordDocuments } from './documents';
import { createEraser, type Eraser } from './eraser';
import { readNames } from './phone-book-names';
import { createSyncStore } from './sync-store';
import { createSyncer, type Syncer } from './syncer';

/** What the records tell of without being asked. */
export interface HistoryEvents {
  readonly onRecordsChanged: (changed: RecordsChanged) => void;
  readonly onFaxesReceived: (received: FaxesReceived) => void;
  readonly onSyncStatus: (status: SyncStatus) => void;
}

export type HistorySettings = Pick<Settings, 'historyMonths' | 'fetchReceived' | 'retentionMonths' | 'retentionErases'>;

export interface HistoryParts extends HistoryEvents {
  readonly folder: string;
  /** The data folder, where copies of documents are opened from. */
  readonly home: string;
  readonly api: ApiClient;
  readonly outbox: {
    readonly database: DatabaseSyncInstance;
    readonly exchange: string;
    readonly store: SpoolStore;
    readonly path: string;
    /** The folder of its documents. */
    readonly spool: string;
  };
  readonly settings: () => HistorySettings;
  readonly clock: Clock;
  readonly onDamage: (path: string) => void;
}

/** The records of an account, kept on this computer. */
export interface History {
  readonly store: RecordStore;
  readonly documents: RecordDocuments;
  readonly sync: Syncer;
  readonly eraser: Eraser;
  /** Lists may show something else: `null` for more than can be said. */
  readonly tellChanged: (callUuids: readonly string[] | null) => void;
  /** Reads what is new from time to time, fetches documents, erases what is old enough. */
  readonly start: () => void;
  readonly wake: () => void;
  readonly close: () => Promise<void>;
}

const dayMs = 86_400_000;
const mostTold = 20;

export function openHistory(parts: HistoryParts): History {
  const { folder, home, api, outbox, settings, clock } = parts;
  const path = join(folder, 'records.sqlite');
  const database = openMendingRecords(path, () => clock.now(), parts.onDamage);

  const owners = createRecordOwners(outbox.database, outbox.exchange);
  const store = createRecordStore({
    database,
    now: () => clock.now(),
    linksOf: (records) => {
      const today = momentOf(clock);
      return linksOf(records, {
        owners: owners.ownersOf(records.map(({ callUuid }) => callUuid)),
        ambiguous: owners.ambiguous(),
        offset: offsetToday(outbox.store.clockOffset(), today),
        ...today,
      });
    },
  });
  const states = createDocumentStates(database);
  const progress = createSyncProgress(database);
  const documentFolder = createDocumentFolder(join(folder, 'records'));
  const tellChanged = (callUuids: readonly string[] | null): void =>
    parts.onRecordsChanged({
      callUuids: callUuids === null ? null : [...callUuids],
      unreadCount: store.counts().unread,
    });

  const erasing = createRecordErasing(database);
  const eraser = createEraser({
    records: { ...erasing, getAll: (callUuids) => store.getAll(callUuids) },
    outbox: createOutboxErasing(outbox.database, outbox.exchange),
    states,
    folder: documentFolder,
    sentPath: (sha256) => spoolPath(outbox.spool, sha256),
    spooledBefore: (at) => spooledBefore(outbox.spool, at),
    copiesOf: (id) => openedDocumentPaths(home, id),
    databases: [path, outbox.path],
    now: () => clock.now(),
  });
  const documents = createRecordDocuments({
    api,
    folder: documentFolder,
    states,
    recordOf: (callUuid) => store.get(callUuid),
    isErased: (callUuid) => erasing.isErased(callUuid),
    sentDocument: (deliveryId) => sentDocument(outbox.store, deliveryId),
    clock,
    onChanged: (callUuid) => tellChanged([callUuid]),
  });

  let received: string[] = [];
  const onKept = ({ added, changed, unread }: KeptPage): void => {
    received.push(...unread);
    if (added.length + changed.length > 0) tellChanged([...added, ...changed]);
  };
  const onGapRead = (): void => {
    if (received.length === 0) return;
    const records = store.getAll(received).sort((a, b) => (b.startAt ?? 0) - (a.startAt ?? 0));
    parts.onFaxesReceived({ records: records.slice(0, mostTold), count: received.length });
    received = [];
    documents.wake();
  };
  const refreshNames = async (): Promise<void> => {
    if (clock.now() - (progress.fact('namesReadAt') ?? 0) < dayMs) return;
    // The phone book only helps to find: without it today, tomorrow will do.
    const names = await readNames(api).catch(() => null);
    if (names === null) return;
    progress.setFact('namesReadAt', clock.now());
    if (store.keepNames(names)) tellChanged(null);
  };
  const eraseWhatIsOld = async (): Promise<void> => {
    const { retentionMonths, retentionErases } = settings();
    if (retentionMonths === null) return;
    if ((await eraser.eraseBefore(monthsBefore(clock.now(), retentionMonths), retentionErases)) > 0) tellChanged(null);
  };
  const sync = createSyncer({
    api,
    store: createSyncStore({
      database,
      writes: createRecordWrites(database),
      progress,
      documents: states,
      fetchReceived: () => settings().fetchReceived,
    }),
    counts: () => store.counts(),
    reach: () => reachOf(settings(), clock.now()),
    clock,
    onStatus: parts.onSyncStatus,
    onKept,
    onGapRead,
    async onRead() {
      await refreshNames();
      await eraseWhatIsOld();
    },
  });
  return {
    store,
    documents,
    sync,
    eraser,
    tellChanged,
    start() {
      sync.start();
      documents.start();
    },
    wake() {
      sync.wake();
      documents.wake();
    },
    async close() {
      await Promise.all([sync.stop(), documents.stop()]);
      database.close();
    },
  };
}

function reachOf({ historyMonths, retentionMonths, retentionErases }: HistorySettings, now: number) {
  const erasesRecords = retentionMonths !== null && retentionErases === 'documentsAndRecords';
  return { historyMonths, erasedBefore: erasesRecords ? monthsBefore(now, retentionMonths) : null };
}

async function sentDocument(store: SpoolStore, deliveryId: string) {
  const sha256 = store.find(deliveryId)?.delivery.documentSha256;
  if (sha256 === undefined) return null;
  return store.readDocument(sha256).then(
    (bytes) => ({ bytes, type: 'pdf' as const, sha256 }),
    () => null,
  );
}
