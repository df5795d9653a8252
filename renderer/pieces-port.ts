import { type Piece, piecesChannel } from '../app/pieces';
import { openPort } from './hand-over';

/**
 * A port of the page's own to main for the pieces of long arrays, opened with the first of them: through the bridge each
 * would be copied twice more (decision 0041).
 */
export function openPiecesPort(): (piece: Piece) => void {
  let port: MessagePort | null = null;
  return (piece) => (port ??= openPort(piecesChannel)).postMessage(piece);
}
