import { ipcMain, type IpcMainInvokeEvent, type MessagePortMain, type WebContents } from 'electron';
import {
  type CallInput,
  type CallName,
  type CallOutput,
  calls,
  channelOf,
  type EventName,
  type EventPayload,
  events,
  pieceSchema,
  piecesChannel,
} from '../../app/contract';
import { Pieces } from '../../app/pieces';
import { failureOfThrow } from '../failure-of-throw';
import { reportError } from '../report-error';

export type Handlers = {
  readonly [N in CallName]: (input: CallInput<N>) => CallOutput<N> | Promise<CallOutput<N>>;
};

/** Pieces come within milliseconds of their call. */
const LONGEST_PASSING_MS = 30_000;

/** A call from a frame that is not the top frame of one of our own pages. */
export class UntrustedSenderError extends Error {
  override readonly name = 'UntrustedSenderError';
}

function assertOwnTopFrame(event: Pick<IpcMainInvokeEvent, 'senderFrame'>, origin: string): void {
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

type PiecesOf = (page: WebContents) => Pieces;

function serveCall<N extends CallName>(name: N, handler: Handlers[N], origin: string, piecesOf: PiecesOf): void {
  const { input, output } = calls[name];
  ipcMain.handle(channelOf(name), async (event, raw: unknown): Promise<unknown> => {
    assertOwnTopFrame(event, origin);
    try {
      const answer = await handler(input.parse(await piecesOf(event.sender).joined(raw)) as CallInput<N>);
      return output.parse(answer);
    } catch (error) {
      tell(event.sender, 'wentWrong', failureOfThrow(error));
      throw error;
    }
  });
}

/**
 * Answers the given calls of the contract to pages of `origin` only. Input and output are both parsed; a throw
 * reaches the page as a rejected promise, and its user as a sentence (`wentWrong`).
 */
export function serve(handlers: Partial<Handlers>, origin: string): void {
  const piecesOf = gatherPieces(origin);
  for (const name of Object.keys(handlers) as CallName[]) {
    const handler = handlers[name];
    if (handler) serveCall(name, handler, origin, piecesOf);
  }
}

/**
 * Answers what has come of each page, on the port its top frame handed over; what a page that is gone left unfinished
 * goes with it.
 */
function gatherPieces(origin: string): PiecesOf {
  const gathered = new WeakMap<WebContents, Pieces>();
  const piecesOf: PiecesOf = (page) => {
    const pieces = gathered.get(page) ?? new Pieces((giveUp) => void setTimeout(giveUp, LONGEST_PASSING_MS).unref());
    gathered.set(page, pieces);
    return pieces;
  };
  ipcMain.on(piecesChannel, (event) => {
    try {
      assertOwnTopFrame(event, origin);
      const pieces = piecesOf(event.sender);
      pieces.forgetUnasked();
      for (const port of event.ports) gatherFrom(port, pieces);
    } catch (error) {
      reportError(error);
    }
  });
  return piecesOf;
}

function gatherFrom(port: MessagePortMain, pieces: Pieces): void {
  port.on('message', ({ data }) => {
    try {
      pieces.add(pieceSchema.parse(data));
    } catch (error) {
      reportError(error);
    }
  });
  port.start();
}

/** Tells a window something; a window that is gone is told nothing. */
export function tell<N extends EventName>(to: WebContents, name: N, payload: EventPayload<N>): void {
  if (!to.isDestroyed()) to.send(channelOf(name), events[name].parse(payload));
}
