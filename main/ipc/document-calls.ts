import { extname } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { fail, ok, type Result } from '../../app/result';
import type { Account } from '../account';
import { copyPicture } from '../os/clipboard';
import { writeFileOrFail } from '../os/documents';
import { documentOf } from '../outbox/queue-fax';
import type { RecordDocument } from '../records/documents';
import type { LookedAt } from '../windows/looked-at';
import type { Handlers } from './serve';

export interface DocumentCallParts {
  readonly account: () => Promise<Account>;
  readonly lookedAt: LookedAt;
  readonly window: () => BrowserWindow;
}

const endings = { pdf: ['pdf'], tiff: ['tif', 'tiff'], png: ['png'] } as const;

/** What the document viewer does outside of the window. */
export function documentCalls({
  account,
  lookedAt,
  window,
}: DocumentCallParts): Pick<Handlers, Extract<keyof Handlers, `document.${string}`>> {
  return {
    async 'document.look'(of) {
      const opened = await account();
      const read =
        'callUuid' in of ? await opened.history.documents.read(of.callUuid) : await sent(opened, of.deliveryId);
      return read.ok ? ok({ address: lookedAt.keep(read.value.bytes), type: read.value.type }) : read;
    },
    'document.leave': ({ address }) => lookedAt.drop(address),
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

/** What was sent, or is to be. Always a PDF. */
async function sent(account: Account, deliveryId: string): Promise<Result<Pick<RecordDocument, 'bytes' | 'type'>>> {
  const delivery = account.store.find(deliveryId)?.delivery;
  const read: Result<Uint8Array> = delivery ? await documentOf(account, delivery) : fail({ kind: 'documentLost' });
  return read.ok ? ok({ bytes: read.value, type: 'pdf' }) : read;
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
