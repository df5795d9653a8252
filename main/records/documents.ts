import type { ApiClient } from '../../app/api/client';
import { failureOf } from '../../app/api/failure-of';
import type { Failure } from '../../app/failure';
import type { HistoryRecord, RecordDocument as DocumentState } from '../../app/history/record';
import type { Clock } from '../../app/outbox/ports';
import { fail, ok, type Result } from '../../app/result';
import type { DocumentStates } from '../storage/records/document-states';
import type { DocumentFolder, StoredDocument } from './document-folder';
import { obstacleOf } from '../../app/history/sync-failure';
import { createPause } from './pause';

export interface RecordDocument {
  readonly bytes: Uint8Array;
  readonly type: 'pdf' | 'tiff';
  readonly sha256: string;
}

/** The documents of records: from this computer, else from the service, and kept. */
export interface RecordDocuments {
  read(callUuid: string): Promise<Result<RecordDocument>>;
  /** Fetches what is awaited, now and whenever it is due. */
  start(): void;
  /** Something may be due now. */
  wake(): void;
  stop(): Promise<void>;
}

export interface RecordDocumentsParts {
  readonly api: Pick<ApiClient, 'downloadDocument'>;
  readonly folder: DocumentFolder;
  readonly states: DocumentStates;
  readonly recordOf: (callUuid: string) => HistoryRecord | null;
  /** The record was erased for good: its document can still be asked for by its id, and nothing of it stays. */
  readonly isErased: (callUuid: string) => boolean;
  /** What this computer sent itself, by delivery; `null` where it is no longer here. */
  readonly sentDocument: (deliveryId: string) => Promise<RecordDocument | null>;
  readonly clock: Clock;
  readonly onChanged: (callUuid: string) => void;
}

const minuteMs = 60_000;
/** The waits between one try and the next; after the last it is left until somebody asks. */
const tryAgainMs = [1, 5, 15, 60, 240, 720, 1440, 1440].map((minutes) => minutes * minuteMs);
const longestSleepMs = 3_600_000;

export function createRecordDocuments(parts: RecordDocumentsParts): RecordDocuments {
  const { folder, states, clock, api } = parts;
  const pause = createPause(clock);
  const giveUp = new AbortController();
  const underWay = new Map<string, Promise<Result<StoredDocument>>>();
  let isStopped = false;
  let isWoken = false;
  let finished: Promise<void> = Promise.resolve();

  const fetchNow = async (callUuid: string): Promise<Result<StoredDocument>> => {
    const before = states.get(callUuid);
    const wasErased = parts.isErased(callUuid);
    const download = folder.store((sink) => api.downloadDocument(callUuid, sink, { signal: giveUp.signal }));
    const fetched = await download.then(ok, (error: unknown) => fail(failureOrStorage(error)));
    if (isStopped && !fetched.ok) return fetched;
    const isErased = parts.isErased(callUuid);
    if ((isErased && !wasErased) || isErasedSince(before, states.get(callUuid))) {
      if (fetched.ok) dropUnlessKept(fetched.value);
      return fail({ kind: 'cancelled' });
    }
    if (!isErased) note(callUuid, fetched);
    return fetched;
  };
  const dropUnlessKept = ({ sha256 }: StoredDocument): void => {
    if (states.withContent(sha256).length === 0) folder.erase(sha256);
  };
  const fetch = (callUuid: string): Promise<Result<StoredDocument>> => {
    const fetching = underWay.get(callUuid) ?? fetchNow(callUuid).finally(() => underWay.delete(callUuid));
    underWay.set(callUuid, fetching);
    return fetching;
  };
  const note = (callUuid: string, fetched: Result<StoredDocument>): void => {
    const before = states.get(callUuid);
    if (fetched.ok) states.set(callUuid, { kind: 'kept', ...fetched.value, keptAt: clock.now() });
    else if (before.kind === 'awaited') states.set(callUuid, laterOrNever(before.tries, fetched.failure));
    parts.onChanged(callUuid);
  };
  const laterOrNever = (tries: number, failure: Failure) => {
    // The service or the way to it fails at every document alike, which says nothing of this one.
    const isOfThisOne = obstacleOf(failure) === 'spoilt';
    const waitMs = isOfThisOne ? tryAgainMs[tries] : tryAgainMs[Math.min(tries, 1)];
    if (waitMs === undefined) return { kind: 'failed', failure } as const;
    const nextTryAt = clock.now() + Math.round(waitMs * (0.8 + 0.4 * clock.random()));
    return { kind: 'awaited', tries: isOfThisOne ? tries + 1 : tries, nextTryAt, failure } as const;
  };
  const fetchDue = async (): Promise<void> => {
    for (const { callUuid } of states.due(clock.now(), 20)) {
      if (isStopped) return;
      const fetched = await fetch(callUuid);
      if (!fetched.ok && obstacleOf(fetched.failure) !== 'spoilt') return;
    }
  };
  const run = async (): Promise<void> => {
    await folder.tidy((sha256) => states.withContent(sha256).length > 0);
    while (!isStopped) {
      isWoken = false;
      await fetchDue();
      const dueInMs = (states.nextDueAt() ?? Infinity) - clock.now();
      if (!(isStopped as boolean) && !(isWoken as boolean))
        await pause.wait(Math.max(1000, Math.min(longestSleepMs, dueInMs)));
    }
  };
  const read = async (callUuid: string): Promise<Result<RecordDocument>> => {
    const kept = states.get(callUuid);
    const bytes = kept.kind === 'kept' ? await folder.read(kept.sha256, kept.type) : null;
    if (kept.kind === 'kept' && bytes !== null) return ok({ bytes, type: kept.type, sha256: kept.sha256 });
    const link = parts.recordOf(callUuid)?.link;
    const sent = link?.kind === 'matched' ? await parts.sentDocument(link.deliveryId) : null;
    if (sent !== null) return ok(sent);
    const fetched = await fetch(callUuid);
    if (!fetched.ok) return fetched;
    const { type, sha256 } = fetched.value;
    const stored = await folder.read(sha256, type);
    dropUnlessKept(fetched.value);
    return stored === null ? fail({ kind: 'storageFailed' }) : ok({ bytes: stored, type, sha256 });
  };
  return {
    read,
    start: () => {
      finished = run();
    },
    wake() {
      isWoken = true;
      pause.end();
    },
    async stop() {
      isStopped = true;
      giveUp.abort();
      pause.end();
      await finished;
      await Promise.allSettled(underWay.values());
    },
  };
}

/** Erasing wins over what was asked for before it, be it the second time. */
const isErasedSince = (before: DocumentState, now: DocumentState): boolean =>
  now.kind === 'erased' && (before.kind !== 'erased' || before.erasedAt !== now.erasedAt);

/** A full disk, a folder that may not be written. */
function failureOrStorage(error: unknown): Failure {
  const isOfStorage = error instanceof Error && 'code' in error && 'syscall' in error;
  return isOfStorage ? { kind: 'storageFailed' } : failureOf(error);
}
