import { ipcMain, type WebContents } from 'electron';
import {
  type CallInput,
  type CallName,
  type CallOutput,
  calls,
  channelOf,
  type EventName,
  type EventPayload,
  events,
} from '../../app/contract';
import { failureOfThrow } from '../failure-of-throw';
import { gatherPieces, type PiecesOf } from './gather-pieces';
import { assertOwnTopFrame } from './own-pages';

export type Handlers = {
  readonly [N in CallName]: (input: CallInput<N>) => CallOutput<N> | Promise<CallOutput<N>>;
};

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

/** Tells a window something; a window that is gone is told nothing. */
export function tell<N extends EventName>(to: WebContents, name: N, payload: EventPayload<N>): void {
  if (!to.isDestroyed()) to.send(channelOf(name), events[name].parse(payload));
}
