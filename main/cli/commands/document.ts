import { writeFileOrFail } from '../../os/documents';
import type { Command } from '../command';
import { type CommandContext, type OpenAccount, tellFailure } from '../context';
import { type ExitCode, exitCodes } from '../exit-code';

/** One fax's document, from this computer or else from the service. */
export async function document(
  context: CommandContext,
  { callUuid, out }: Extract<Command, { name: 'document' }>,
  open: OpenAccount,
): Promise<ExitCode> {
  const { history } = await open({ onDeliveries: () => undefined });
  const read = await history.documents.read(callUuid);
  if (!read.ok) return tellFailure(context, read.failure);
  const { bytes, type, sha256 } = read.value;
  const written = await writeFileOrFail(out, bytes);
  if (!written.ok) return tellFailure(context, written.failure);
  context.terminal.say(context.t('cli.documentWritten', { out, bytes: bytes.length }));
  context.terminal.json({ callUuid, out, type, bytes: bytes.length, sha256 });
  return exitCodes.done;
}
