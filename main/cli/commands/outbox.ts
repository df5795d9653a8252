import type { CommandContext, OpenAccount } from '../context';
import { deliveryLine, viewOf } from '../deliveries';
import { type ExitCode, exitCodes } from '../exit-code';

/** The deliveries on this computer, newest first. */
export async function outbox({ t, terminal }: CommandContext, open: OpenAccount): Promise<ExitCode> {
  const account = await open({ onDeliveries: () => undefined });
  const deliveries = account.store.list();
  if (deliveries.length === 0) terminal.say(t('cli.nothing'));
  for (const delivery of deliveries) terminal.say(deliveryLine(t, delivery));
  terminal.json({ deliveries: deliveries.map(viewOf) });
  return exitCodes.done;
}
