import { extname } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { fail, ok } from '../../app/result';
import type { Account } from '../account';
import { copyPicture } from '../os/clipboard';
import { writeFileOrFail } from '../os/documents';
import { documentOf } from '../outbox/queue-fax';
import type { Handlers } from './serve';

export interface DocumentCallParts {
  readonly account: () => Promise<Account>;
  readonly window: () => BrowserWindow;
}

const endings = { pdf: ['pdf'], tiff: ['tif', 'tiff'], png: ['png'] } as const;

/** What the document viewer does outside of the window. */
export function documentCalls({
  account,
  window,
}: DocumentCallParts): Pick<Handlers, Extract<keyof Handlers, `document.${string}`>> {
  return {
    async 'document.ofDelivery'({ deliveryId }) {
      const opened = await account();
      const delivery = opened.store.find(deliveryId)?.delivery;
      return delivery ? documentOf(opened, delivery) : fail({ kind: 'documentLost' });
    },
    async 'document.save'({ name, type, parts }) {
      const [ending] = endings[type];
      const chosen = await dialog.showSaveDialog(window(), {
        defaultPath: `${fileName(name)}.${ending}`,
        filters: [{ name: type.toUpperCase(), extensions: [...endings[type]] }],
      });
      if (chosen.canceled) return ok({ path: null });
      const paths = numbered(chosen.filePath, parts.length);
      for (const [index, part] of parts.entries()) {
        const written = await writeFileOrFail(paths[index] ?? chosen.filePath, part);
        if (!written.ok) return written;
      }
      return ok({ path: paths[0] ?? null });
    },
    'document.print': () =>
      new Promise((resolve) => {
        window().webContents.print({ printBackground: true }, (success, reason) =>
          resolve(success ? 'printed' : /cancel/i.test(reason) ? 'cancelled' : 'failed'),
        );
      }),
    'document.copyPicture': ({ png }) => copyPicture(png),
  };
}

/** What no system takes in a file's name. */
const fileName = (name: string): string => name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-').slice(0, 100);

/** One path for each of `count` files: the very one, or with `-1`, `-2`, … before its ending. */
function numbered(path: string, count: number): string[] {
  if (count === 1) return [path];
  const ending = extname(path);
  const stem = path.slice(0, path.length - ending.length);
  return Array.from({ length: count }, (_, index) => `${stem}-${index + 1}${ending}`);
}
