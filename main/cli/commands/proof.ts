import { createHash } from 'node:crypto';
import { languageOf, terminalLanguages } from '../../language';
import { writeFileOrFail } from '../../os/documents';
import { programName } from '../../proof/program-name';
import { deliveryNamed, proofOf } from '../../proof/proof-of';
import { proofPress } from '../../proof/press';
import type { Command } from '../command';
import { type CommandContext, type OpenAccount, tellFailure } from '../context';
import { type ExitCode, exitCodes } from '../exit-code';

/** Makes the proof of a delivery as a PDF. */
export async function proof(
  context: CommandContext,
  { id, out }: Extract<Command, { name: 'proof' }>,
  open: OpenAccount,
): Promise<ExitCode> {
  const { t, terminal, settings, environment } = context;
  const account = await open({ onDeliveries: () => undefined });
  const named = deliveryNamed({ account }, id);
  if (!named.ok) return tellFailure(context, named.failure);
  const delivery = named.value;
  const language = languageOf(settings.get().language, terminalLanguages(environment));
  const made = await proofOf({ account, press: proofPress, language, program: programName() }, delivery);
  if (!made.ok) return tellFailure(context, made.failure);
  const written = await writeFileOrFail(out, made.value);
  if (!written.ok) return tellFailure(context, written.failure);
  const bytes = made.value.length;
  terminal.say(t('cli.proofWritten', { out, bytes }));
  terminal.json({
    deliveryId: delivery.id,
    outcome: delivery.state.kind,
    out,
    bytes,
    sha256: createHash('sha256').update(made.value).digest('hex'),
  });
  return exitCodes.done;
}
