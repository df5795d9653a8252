import type { Delivery } from '../../../app/outbox/delivery';
import { parseNumber } from '../../../app/phone/fax-number';
import { ok, type Result } from '../../../app/result';
import type { Account } from '../../account';
import { queueFax } from '../../outbox/queue-fax';
import type { Command } from '../command';
import { type CommandContext, type OpenAccount, tellFailure } from '../context';
import { deliveryLine, viewOf } from '../deliveries';
import { type ExitCode, exitCodeOfState, exitCodes, gravest } from '../exit-code';
import { isEnough } from '../patience';
import { pressOrder } from '../press-order';

type SendCommand = Extract<Command, { name: 'send' }>;

/** Queues a fax and sends it; this process works on no other delivery of the outbox. */
export async function send(context: CommandContext, command: SendCommand, open: OpenAccount): Promise<ExitCode> {
  const numbers = readNumbers(command);
  if (!numbers.ok) return tellFailure(context, numbers.failure);

  const own = new Set<string>();
  const account = await open({
    only: own,
    onDeliveries: (deliveries) =>
      tellProgress(
        context,
        deliveries.filter(({ id }) => own.has(id)),
      ),
  });
  if ((await account.keys.key()) === null) return tellFailure(context, { kind: 'keyMissing' });

  const queued = await queue(context, command, account, numbers.value);
  if (!queued.ok) return tellFailure(context, queued.failure);
  for (const { id } of queued.value) own.add(id);
  account.runner.start();
  account.runner.wake();

  const ended = await account.runner.until([...own], (state, reach) =>
    isEnough(state, reach, command.wait, Date.now()),
  );
  return tellEnd(context, ended, command.wait);
}

interface Numbers {
  readonly recipients: string[];
  readonly sender: string | null;
}

function readNumbers({ to, from }: SendCommand): Result<Numbers> {
  const recipients: string[] = [];
  for (const typed of to) {
    const number = parseNumber(typed);
    if (!number.ok) return number;
    recipients.push(`+${number.value.digits}`);
  }
  if (from === null) return ok({ recipients, sender: null });
  const sender = parseNumber(from);
  return sender.ok ? ok({ recipients, sender: sender.value.digits }) : sender;
}

async function queue(
  { settings }: CommandContext,
  command: SendCommand,
  account: Account,
  numbers: Numbers,
): Promise<Result<Delivery[]>> {
  const pressed = await pressOrder(command.press);
  if (!pressed.ok) return pressed;
  const { pdf, pages, resolution } = pressed.value;
  const header = command.header ?? (settings.get().header || 'Faksla');
  const request = { ...numbers, header, resolution, pageCount: pages.length };
  return queueFax(account, request, pdf);
}

const tellProgress = ({ t, terminal }: CommandContext, deliveries: readonly Delivery[]): void =>
  deliveries.forEach((delivery) => terminal.say(deliveryLine(t, delivery)));

function tellEnd({ t, terminal }: CommandContext, deliveries: readonly Delivery[], wait: boolean): ExitCode {
  terminal.json({ deliveries: deliveries.map(viewOf) });
  const code = gravest(deliveries.map(({ state }) => exitCodeOfState(state, wait)));
  if (code !== exitCodes.done) for (const delivery of deliveries) terminal.complain(deliveryLine(t, delivery));
  if (deliveries.some(({ state }) => state.kind === 'queued')) terminal.complain(t('cli.keptInOutbox'));
  return code;
}
