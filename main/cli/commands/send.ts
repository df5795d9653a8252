import { formatStamp } from '../../../app/api/stamps';
import type { Delivery, FaxRequest } from '../../../app/outbox/delivery';
import { displayNumber, parseNumber } from '../../../app/phone/fax-number';
import { ok, type Result } from '../../../app/result';
import type { Account } from '../../account';
import { queueFax } from '../../outbox/queue-fax';
import { storageSentence } from '../../storage-sentence';
import type { Command } from '../command';
import { type CommandContext, type OpenAccount, tellFailure } from '../context';
import { deliveryLine, viewOf } from '../deliveries';
import { type ExitCode, exitCodeOf, exitCodeOfState, exitCodes, gravest } from '../exit-code';
import { localMoment } from '../moment';
import { unlessInterrupted, untilInterrupted } from '../interruption';
import { isEnough } from '../patience';
import { pressOrder } from '../press-order';
import { usageSentence } from '../usage-sentence';

type SendCommand = Extract<Command, { name: 'send' }>;

/** Queues a fax and sends it; this process works on no other delivery of the outbox. */
export async function send(context: CommandContext, command: SendCommand, open: OpenAccount): Promise<ExitCode> {
  const numbers = readNumbers(command);
  if (!numbers.ok) return tellFailure(context, numbers.failure);
  if (command.at !== null && command.at <= Date.now()) return tellPast(context, command.at);

  const own = new Set<string>();
  const account = await open({
    only: own,
    onDeliveries: (deliveries) =>
      tellProgress(
        context,
        deliveries.filter(({ id }) => own.has(id)),
      ),
  });
  const barredBy = account.barredBy();
  if (barredBy !== null) return tellFailure(context, barredBy);
  if ((await account.keys.key()) === null) return tellFailure(context, { kind: 'keyMissing' });

  const queued = await queue(context, command, account, numbers.value);
  if (!queued.ok) return tellFailure(context, queued.failure);
  for (const { id } of queued.value) own.add(id);
  account.runner.start();
  account.runner.wake();

  const ended = account.runner.until([...own], (state, reach) => isEnough(state, reach, command.wait, Date.now()));
  void untilInterrupted(context.interruption).then(() => endSoon(account));
  return tellEnd(context, await ended, command.wait, account);
}

/** A service manager kills what takes longer than some ten seconds. */
const LONGEST_END_MS = 4_000;

/** What is being uploaded is finished, or broken off where that takes long; what becomes of it is written down. */
async function endSoon({ runner }: Account): Promise<void> {
  const breakOff = setTimeout(() => void runner.stop('abort'), LONGEST_END_MS);
  await runner.stop('finish');
  clearTimeout(breakOff);
}

function tellPast({ t, terminal }: CommandContext, at: number): ExitCode {
  const [option, value] = ['--at', formatStamp(at)];
  terminal.fail('usage', usageSentence(t, { kind: 'badValue', option, value, allowed: t('cli.momentToCome') }));
  return exitCodes.usage;
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
  context: CommandContext,
  command: SendCommand,
  account: Account,
  numbers: Numbers,
): Promise<Result<Delivery[]>> {
  const pressed = await unlessInterrupted(context.interruption, pressOrder(command.press));
  if (!pressed.ok) return pressed;
  const { pdf, pages, resolution } = pressed.value;
  const header = command.header ?? (context.settings.get().header || 'Faksla');
  const request: FaxRequest = {
    ...numbers,
    header,
    resolution,
    pageCount: pages.length,
    officeHoursOnly: command.officeHours,
    // Who waits for the result is told it; trying again is then for the script to decide.
    retry: command.retry || !command.wait,
    ...(command.at !== null && { sendAt: command.at }),
  };
  let sentBefore: readonly Delivery[] = [];
  const queued = await queueFax(account, request, pdf, {
    mayRepeat(found) {
      sentBefore = found;
      return true;
    },
  });
  warnOfDoubles(context, sentBefore);
  if (!queued.ok) return queued;
  return ok(queued.value.kind === 'queued' ? queued.value.deliveries : []);
}

/** Once a number; the command line asks nothing, so it sends. */
function warnOfDoubles({ t, terminal, language }: CommandContext, sentBefore: readonly Delivery[]): void {
  const newestOf = new Map(sentBefore.toReversed().map((delivery) => [delivery.recipient, delivery]));
  for (const { recipient, createdAt } of newestOf.values()) {
    const at = localMoment(createdAt, language);
    terminal.complain(t('cli.sentBefore', { to: displayNumber(recipient), at }));
  }
}

const tellProgress = ({ t, terminal }: CommandContext, deliveries: readonly Delivery[]): void =>
  deliveries.forEach((delivery) => terminal.say(deliveryLine(t, delivery)));

function tellEnd(
  context: CommandContext,
  deliveries: readonly Delivery[],
  wait: boolean,
  { store, runner }: Account,
): ExitCode {
  const { t, terminal, interruption } = context;
  terminal.json({ deliveries: deliveries.map(viewOf) });
  const isInterrupted = interruption.aborted && wait;
  const code = gravest(deliveries.map(({ state }) => exitCodeOfState(state, { wait, isInterrupted })));
  if (code !== exitCodes.done) for (const delivery of deliveries) terminal.complain(deliveryLine(t, delivery));
  if (deliveries.some(({ state }) => isInterrupted && state.kind === 'accepted'))
    terminal.complain(t('cli.interrupted'));
  const queued = deliveries.filter(({ state }) => state.kind === 'queued');
  const trouble = runner.trouble();
  if (trouble !== null) return tellTrouble(context, trouble.error, code);
  if (queued.length > 0) terminal.complain(t(store.pausedAt() === null ? whyKept(queued) : 'cli.keptWhilePaused'));
  return code;
}

/** What nobody answered is graver than the disk. */
function tellTrouble({ t, terminal, home }: CommandContext, error: unknown, code: ExitCode): ExitCode {
  terminal.complain(storageSentence(t, error, home));
  terminal.complain(t('cli.keptWhenWritable'));
  return code === exitCodes.unconfirmed ? code : exitCodeOf('outboxNotWritable');
}

const whyKept = (queued: readonly Delivery[]) =>
  queued.every(
    ({ state }) => state.kind === 'queued' && ['time', 'officeHours', 'retry', 'rateLimit'].includes(state.waitingFor),
  )
    ? 'cli.keptForLater'
    : 'cli.keptInOutbox';
