import { newestFirst } from '../../../app/history/question';
import { writeExport } from '../../records/write-export';
import type { Command } from '../command';
import { type CommandContext, type OpenAccount, tellFailure } from '../context';
import { type ExitCode, exitCodes } from '../exit-code';

/** Writes the records on this computer, newest first, to a file. */
export async function exportRecords(
  context: CommandContext,
  { question, format, out }: Extract<Command, { name: 'export' }>,
  open: OpenAccount,
): Promise<ExitCode> {
  const { t, terminal } = context;
  const { store } = (await open({ onDeliveries: () => undefined })).history;
  const written = await writeExport(out, store.each(question, newestFirst), format, t);
  if (!written.ok) return tellFailure(context, written.failure);
  terminal.say(t('cli.exported', { out, records: written.value }));
  terminal.json({ out, format, records: written.value });
  return exitCodes.done;
}
