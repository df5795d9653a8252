import { type BrowserWindow, dialog } from 'electron';
import type { Translate } from '../../app/i18n/translate';
import { documentEndings } from '../../app/source/endings';
import type { OpenedFiles } from '../os/opened-files';
import type { Handlers } from './serve';

export interface FileCallParts {
  readonly files: OpenedFiles;
  readonly window: () => BrowserWindow;
  readonly t: () => Translate;
}

type Served = 'files.choose' | 'files.check' | 'files.inFolder';

export function fileCalls({ files, window, t }: FileCallParts): Pick<Handlers, Served> {
  return {
    async 'files.choose'() {
      const chosen = await dialog.showOpenDialog(window(), {
        title: t()('menu.addPages'),
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: t()('menu.documents'), extensions: [...documentEndings] }],
      });
      return files.open(chosen.filePaths);
    },
    'files.check': ({ token }) => files.check(token),
    'files.inFolder': ({ token }) => files.inFolder(token),
  };
}
