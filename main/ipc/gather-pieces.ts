import type { MessagePortMain, WebContents } from 'electron';
import { pieceSchema } from '../../app/contract';
import { Pieces, piecesChannel } from '../../app/pieces';
import { reportError } from '../report-error';
import { takePorts } from './own-pages';

export type PiecesOf = (page: WebContents) => Pieces;

/** Pieces come within milliseconds of their call. */
const LONGEST_PASSING_MS = 30_000;

/**
 * Answers what has come of each page, on the port its top frame handed over; what a page that is gone left unfinished
 * goes with it.
 */
export function gatherPieces(origin: string): PiecesOf {
  const gathered = new WeakMap<WebContents, Pieces>();
  const piecesOf: PiecesOf = (page) => {
    const pieces = gathered.get(page) ?? new Pieces((giveUp) => void setTimeout(giveUp, LONGEST_PASSING_MS).unref());
    gathered.set(page, pieces);
    return pieces;
  };
  takePorts(piecesChannel, origin, (port, page) => {
    const pieces = piecesOf(page);
    pieces.forgetUnasked();
    gatherFrom(port, pieces);
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
