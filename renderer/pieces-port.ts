import { type Piece, piecesChannel } from '../app/pieces';

/**
 * A port of the page's own to main for the pieces of long arrays, opened with the first of them: through the bridge each
 * would be copied twice more (decision 0041).
 */
export function openPiecesPort(): (piece: Piece) => void {
  let port: MessagePort | null = null;
  return (piece) => (port ??= handedOver()).postMessage(piece);
}

/** The page's preload script hands the other end over. What is posted until then waits in it. */
function handedOver(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  window.postMessage(piecesChannel, location.origin, [port2]);
  return port1;
}
