import { type BrowserWindow, dialog } from 'electron';
import type { Translate } from '../../app/i18n/translate';
import type { OpenedFiles } from '../os/opened-files';
import type { Handlers } from './serve';

export interface FileCallParts {
  readonly files: OpenedFiles;
  readonly window: () => BrowserWindow;
  readonly t: () => Translate;
}

const DOCUMENTS = ['pdf', 'tif', 'tiff', 'txt', 'svg'];
const IMAGES = ['png', 'jpg', 'jpeg', 'jfif', 'webp', 'gif', 'bmp', 'avif', 'heic', 'heif'];

export function fileCalls({ files, window, t }: FileCallParts): Pick<Handlers, 'files.choose' | 'files.read'> {
  return {
    async 'files.choose'() {
      const chosen = await dialog.showOpenDialog(window(), {
        title: t()('menu.addPages'),
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: t()('menu.documents'), extensions: [...DOCUMENTS, ...IMAGES] }],
      });
      return files.open(chosen.filePaths);
    },
    'files.read': ({ token }) => files.read(token),
  };
}
