import type { MessagePortMain } from 'electron';
import { partWantedSchema } from '../../app/contract';
import { PART_BYTES, type PartAnswer } from '../../app/file-parts';
import { PIECE_BYTES, piecesOf } from '../../app/pieces';
import type { OpenedFiles } from '../os/opened-files';
import { reportError } from '../report-error';

type Port = Pick<MessagePortMain, 'on' | 'postMessage' | 'start'>;

/**
 * Gives parts of given files on a port that belongs to one of our pages or of its workers (decision 0045): one after the
 * other, for all are read to the same memory.
 */
export function giveParts(port: Port, files: Pick<OpenedFiles, 'read'>): void {
  const room = new Uint8Array(PART_BYTES);
  const full = new Uint8Array(PIECE_BYTES);
  const answer = (message: PartAnswer): void => port.postMessage(message);
  const give = async (wanted: unknown): Promise<void> => {
    const { id, token, from } = partWantedSchema.parse(wanted);
    const part = await files.read(token, from, room);
    if (!part.ok) {
      answer({ id, failure: part.failure });
      return;
    }
    const { bytes, total } = part.value;
    answer({ id, length: bytes.length, total });
    for (const piece of piecesOf(bytes, full)) answer({ id, bytes: piece });
  };
  let turn = Promise.resolve();
  port.on('message', ({ data }) => {
    turn = turn.then(() => give(data)).catch(reportError);
  });
  port.start();
}
