import { createHash } from 'node:crypto';
import { failureOf } from '../../app/api/failure-of';
import type { historyCalls as calls } from '../../app/history/contract';
import { fail, ok } from '../../app/result';
import type { Account } from '../account';
import type { Handlers } from './serve';

export interface HistoryCallParts {
  readonly account: () => Promise<Account>;
  readonly onRecordsChanged: (changed: { callUuids: string[] | null; unreadCount: number }) => void;
}

type Served = Exclude<keyof typeof calls, 'records.erase' | 'records.export'>;

/** The records on this computer. */
export function historyCalls({ account, onRecordsChanged }: HistoryCallParts): Pick<Handlers, Served> {
  const store = async () => (await account()).history.store;
  const changed = async (callUuids: string[]): Promise<void> => {
    if (callUuids.length > 0) onRecordsChanged({ callUuids, unreadCount: (await store()).counts().unread });
  };
  return {
    'records.search': async ({ question, sort, slice }) => (await store()).search(question, sort, slice),
    'records.searchIds': async ({ question, sort }) => (await store()).searchIds(question, sort),
    'records.get': async ({ callUuid }) => (await store()).get(callUuid),
    'records.overview': async (question) => (await store()).overview(question),
    'records.syncStatus': async () => (await account()).history.status(),
    'records.sync': async ({ since }) => (await account()).history.sync(since),
    'records.markRead': async ({ callUuids, isRead }) => changed((await store()).markRead(callUuids, isRead)),
    async 'records.annotate'({ callUuid, annotation }) {
      const records = await store();
      if (records.annotate(callUuid, annotation)) await changed([callUuid]);
      return records.get(callUuid);
    },
    'records.tags': async () => (await store()).tags(),
    'records.savedSearches': async () => (await store()).searches.all(),
    async 'records.saveSearch'(search) {
      const { searches } = await store();
      searches.save(search);
      return searches.all();
    },
    async 'records.deleteSearch'({ id }) {
      const { searches } = await store();
      searches.remove(id);
      return searches.all();
    },
    'records.readDocument': async ({ callUuid }) =>
      (await account()).api.fetchDocument(callUuid).then(
        ({ bytes, type }) => ok({ bytes, type, sha256: createHash('sha256').update(bytes).digest('hex') }),
        (error: unknown) => fail(failureOf(error)),
      ),
  };
}
