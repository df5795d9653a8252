import { type BrowserWindow, dialog } from 'electron';
import type { historyCalls as calls } from '../../app/history/contract';
import type { Translate } from '../../app/i18n/translate';
import { localDay } from '../../app/local-day';
import { ok } from '../../app/result';
import type { Account } from '../account';
import type { Handlers } from './serve';

export interface HistoryCallParts {
  readonly account: () => Promise<Account>;
  readonly window: () => BrowserWindow;
  readonly t: () => Translate;
}

/** The records on this computer. */
export function historyCalls(parts: HistoryCallParts): Pick<Handlers, keyof typeof calls> {
  const history = async () => (await parts.account()).history;
  return {
    ...readingCalls(history),
    ...annotationCalls(history),
    ...searchCalls(history),
    'records.erase': async ({ callUuids, what }) => {
      const { eraser, tellChanged } = await history();
      const done = await eraser.erase(callUuids, what);
      tellChanged(callUuids);
      return ok(done);
    },
    async 'records.export'({ question, sort, format }) {
      const t = parts.t();
      const chosen = await dialog.showSaveDialog(parts.window(), {
        defaultPath: `${t('records.fileName')}-${localDay(Date.now())}.${format}`,
        filters: [{ name: format.toUpperCase(), extensions: [format] }],
      });
      if (chosen.canceled) return ok({ path: null, count: 0 });
      const { store } = await history();
      const { writeExport } = await import('../records/write-export');
      const written = await writeExport(chosen.filePath, store.each(question, sort), format, t);
      return written.ok ? ok({ path: chosen.filePath, count: written.value }) : written;
    },
  };
}

type HistoryOf = () => Promise<Account['history']>;

const readingCalls = (history: HistoryOf) =>
  ({
    'records.search': async ({ question, sort, slice }) => (await history()).store.search(question, sort, slice),
    'records.searchIds': async ({ question, sort }) => (await history()).store.searchIds(question, sort),
    'records.get': async ({ callUuid }) => (await history()).store.get(callUuid),
    'records.overview': async (question) => (await history()).store.overview(question),
    'records.syncStatus': async () => (await history()).sync.status(),
    async 'records.sync'({ since }) {
      const { sync, wake } = await history();
      if (since !== undefined) sync.reachBack(since);
      wake();
      return sync.status();
    },
  }) satisfies Partial<Handlers>;

const annotationCalls = (history: HistoryOf) =>
  ({
    async 'records.markRead'({ callUuids, isRead }) {
      const { store, tellChanged } = await history();
      const changed = store.markRead(callUuids, isRead);
      if (changed.length > 0) tellChanged(changed);
    },
    async 'records.annotate'({ callUuid, annotation }) {
      const { store, tellChanged } = await history();
      if (store.annotate(callUuid, annotation)) tellChanged([callUuid]);
      return store.get(callUuid);
    },
    'records.tags': async () => (await history()).store.tags(),
  }) satisfies Partial<Handlers>;

const searchCalls = (history: HistoryOf) =>
  ({
    'records.savedSearches': async () => (await history()).store.searches.all(),
    async 'records.saveSearch'(search) {
      const { searches } = (await history()).store;
      searches.save(search);
      return searches.all();
    },
    async 'records.arrangeSearches'({ ids }) {
      const { searches } = (await history()).store;
      searches.arrange(ids);
      return searches.all();
    },
    async 'records.deleteSearch'({ id }) {
      const { searches } = (await history()).store;
      searches.remove(id);
      return searches.all();
    },
  }) satisfies Partial<Handlers>;
