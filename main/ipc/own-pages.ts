import { ipcMain, type IpcMainInvokeEvent, type MessagePortMain, type WebContents } from 'electron';
import { reportError } from '../report-error';

/** A call from a frame that is not the top frame of one of our own pages. */
export class UntrustedSenderError extends Error {
  override readonly name = 'UntrustedSenderError';
}

/** @throws UntrustedSenderError */
export function assertOwnTopFrame(event: Pick<IpcMainInvokeEvent, 'senderFrame'>, origin: string): void {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null || originOf(frame.url) !== origin) {
    throw new UntrustedSenderError(`A call came from ${frame?.url ?? 'a frame that is gone'}, which is not ours.`);
  }
}

/** As in `PAGE_ORIGIN`; `URL.origin` knows only the web's own schemes. */
function originOf(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}

/** Takes the ports that the top frame of a page of `origin` hands over on this channel. */
export function takePorts(
  channel: string,
  origin: string,
  take: (port: MessagePortMain, page: WebContents) => void,
): void {
  ipcMain.on(channel, (event) => {
    try {
      assertOwnTopFrame(event, origin);
      for (const port of event.ports) take(port, event.sender);
    } catch (error) {
      reportError(error);
    }
  });
}
