import { type BrowserWindow, dialog } from 'electron';
import { failureOf } from '../../app/api/failure-of';
import { fail, ok } from '../../app/result';
import type { Account } from '../account';
import { showDocument, writeFileOrFail } from '../os/documents';
import { openedDocumentPath } from '../os/opened-documents';
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
      const document = await (await account()).history.documents.read(callUuid);
      if (!document.ok) return document;
      const path = openedDocumentPath(home, callUuid, document.value.type);
      const written = await writeFileOrFail(path, document.value.bytes);
      if (!written.ok) return written;
      await showDocument(path);
      return ok({ path });
    },
    async 'records.saveDocument'({ callUuid }) {
      const document = await (await account()).history.documents.read(callUuid);
      if (!document.ok) return document;
      const [ending, name] = document.value.type === 'pdf' ? ['pdf', 'PDF'] : ['tif', 'TIFF'];
      const chosen = await dialog.showSaveDialog(window(), {
        defaultPath: `faks-${callUuid.replace(/[^\w-]/g, '').slice(0, 64)}.${ending}`,
        filters: [{ name, extensions: [ending] }],
      });
      if (chosen.canceled) return ok({ path: null });
      const written = await writeFileOrFail(chosen.filePath, document.value.bytes);
      return written.ok ? ok({ path: chosen.filePath }) : written;
    },
  };
}
