import type { SpoolStore } from '../../storage/outbox-store';
import type { Command } from '../command';
import type { CommandContext, OpenAccount } from '../context';
import { deliveryLine, viewOf } from '../deliveries';
import { type ExitCode, exitCodes } from '../exit-code';

type OutboxCommand = Extract<Command, { name: 'outbox' }>;

/** The deliveries on this computer, newest first; or stops and goes on sending them, by any process. */
export async function outbox(context: CommandContext, { action }: OutboxCommand, open: OpenAccount): Promise<ExitCode> {
  const { store } = await open({ onDeliveries: () => undefined });
  if (action === 'list') list(context, store);
  else pause(context, store, action === 'pause');
  return exitCodes.done;
}

function list({ t, terminal }: CommandContext, store: SpoolStore): void {
  const deliveries = store.list();
  if (deliveries.length === 0) terminal.say(t('cli.nothing'));
  for (const delivery of deliveries) terminal.say(deliveryLine(t, delivery));
  if (store.pausedAt() !== null) terminal.complain(t('cli.keptWhilePaused'));
  terminal.json({
    deliveries: deliveries.map((delivery) => ({
      ...viewOf(delivery),
      attempts: store.history(delivery.id)?.attempts ?? [],
    })),
  });
}

function pause({ t, terminal }: CommandContext, store: SpoolStore, paused: boolean): void {
  store.pause(paused ? (store.pausedAt() ?? Date.now()) : null);
  terminal.say(t(paused ? 'cli.paused' : 'cli.resumed'));
  terminal.json({ pausedAt: store.pausedAt() });
}
