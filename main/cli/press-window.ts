import { BrowserWindow, session } from 'electron';
import type { OpenedFile, PressedPage, PressJob } from '../../app/contract';
import { fail, type Result } from '../../app/result';
import { serve } from '../ipc/serve';
import type { OpenedFiles } from '../os/opened-files';
import { serveGiven } from '../windows/given-protocol';
import { pagePreferences } from '../windows/main-window';
import { PAGE_ORIGIN, servePages } from '../windows/page-protocol';

export interface Pressed {
  readonly pdf: Uint8Array;
  readonly pages: readonly PressedPage[];
}

export interface PressParts {
  readonly files: OpenedFiles;
  /** Where the built renderer is. */
  readonly pages: string;
}

/** Makes fax pages of `files` in a hidden window: the very code of the send window, so the very bits. */
export async function pressFiles(
  parts: PressParts,
  files: OpenedFile[],
  options: Omit<PressJob, 'files'>,
): Promise<Result<Pressed>> {
  const memory = session.fromPartition('press');
  void servePages(memory, parts.pages, { files: parts.files });
  serveGiven(memory, parts.files);
  const window = new BrowserWindow({
    show: false,
    // Off screen, because Chromium's headless display has no windows and ends the process that makes one.
    webPreferences: { ...pagePreferences, session: memory, offscreen: true, backgroundThrottling: false },
  });
  try {
    return await new Promise<Result<Pressed>>((resolve, reject) => {
      serve(
        {
          'press.take': () => ({ files, ...options }),
          'press.finish': resolve,
        },
        PAGE_ORIGIN,
      );
      window.webContents.once('render-process-gone', () => resolve(fail({ kind: 'pressBroken' })));
      window.loadURL(`${PAGE_ORIGIN}/press.html`).catch(reject);
    });
  } finally {
    window.destroy();
  }
}
