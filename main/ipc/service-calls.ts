import { type BrowserWindow, dialog } from 'electron';
import { failureOf } from '../../app/api/failure-of';
import { fail, ok } from '../../app/result';
import type { Account } from '../account';
import { openedDocumentPath, showDocument, writeDocument } from '../os/documents';
import type { Handlers } from './serve';

export interface ServiceCallParts {
  readonly account: () => Promise<Account>;
  readonly home: string;
  readonly window: () => BrowserWindow;
}

type Served = 'pending.list' | 'records.list' | 'records.openDocument' | 'records.saveDocument';

/** What the service itself lists, and the documents of its records. */
export function serviceCalls({ account, home, window }: ServiceCallParts): Pick<Handlers, Served> {
  return {
    'pending.list': async (page) =>
      (await account()).api.listPending(page).then(ok, (error: unknown) => fail(failureOf(error))),
    'records.list': async ({ filter, page }) =>
      (await account()).api.listRecords(filter, page).then(ok, (error: unknown) => fail(failureOf(error))),
    async 'records.openDocument'({ callUuid }) {
      const { api } = await account();
      const written = await writeDocument(api, callUuid, (type) => openedDocumentPath(home, callUuid, type));
      if (!written.ok) return written;
      await showDocument(written.value.path);
      return ok({ path: written.value.path });
    },
    async 'records.saveDocument'({ callUuid }) {
      const chosen = await dialog.showSaveDialog(window(), {
        defaultPath: `faks-${callUuid.replace(/[^\w-]/g, '').slice(0, 64)}.pdf`,
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      });
      if (chosen.canceled) return ok({ path: null });
      const written = await writeDocument((await account()).api, callUuid, chosen.filePath);
      return written.ok ? ok({ path: written.value.path }) : written;
    },
  };
}
