import { piecesChannel } from '../app/contract';
import type { Piece } from '../app/pieces';

/**
 * A port of the page's own to main for the pieces of long arrays, opened with the first of them: through the bridge each
 * would be copied twice more (decision 0041).
 */
export function openPiecesPort(): (piece: Piece) => void {
  let port: MessagePort | null = null;
  return (piece) => (port ??= handedOver()).postMessage(piece);
}

/** The preload script hands the other end to main; what is passed until then waits in it. */
function handedOver(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  window.postMessage(piecesChannel, location.origin, [port2]);
  return port1;
}
