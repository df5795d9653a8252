import { writeDocument } from '../../os/documents';
import type { Command } from '../command';
import { type CommandContext, type OpenAccount, tellFailure } from '../context';
import { type ExitCode, exitCodes } from '../exit-code';

/** Fetches one fax's document. */
export async function document(
  context: CommandContext,
  { callUuid, out }: Extract<Command, { name: 'document' }>,
  open: OpenAccount,
): Promise<ExitCode> {
  const { api } = await open({ onDeliveries: () => undefined });
  const written = await writeDocument(api, callUuid, out);
  if (!written.ok) return tellFailure(context, written.failure);
  const { bytes, type, sha256 } = written.value;
  context.terminal.say(context.t('cli.documentWritten', { out, bytes }));
  context.terminal.json({ callUuid, out, type, bytes, sha256 });
  return exitCodes.done;
}
