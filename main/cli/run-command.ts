import { app } from 'electron';
import { assertNever } from '../../app/assert-never';
import { type Account, openAccount } from '../account';
import { recoverySentence, storageSentence } from '../storage-sentence';
import { storageProblem } from '../storage/problem';
import { DatabaseDamagedError } from '../storage/sqlite-errors';
import { reportError } from '../report-error';
import type { CommandLine } from './command';
import { type CommandContext, type OpenAccount, tellFailure } from './context';
import { document } from './commands/document';
import { exportRecords } from './commands/export';
import { key } from './commands/key';
import { outbox } from './commands/outbox';
import { pending, records } from './commands/lists';
import { proof } from './commands/proof';
import { render } from './commands/render';
import { send } from './commands/send';
import { sync } from './commands/sync';
import { verify } from './commands/verify';
import { type ExitCode, exitCodeOf, exitCodes } from './exit-code';
import { untilInterrupted } from './interruption';

/** Does what the command line asks and answers what the program exits with. */
export async function runCommand(context: CommandContext, line: CommandLine): Promise<ExitCode> {
  const opened: Account[] = [];
  const open: OpenAccount = async (parts) => {
    const account = await openAccount(line.demo ? 'demo' : 'own', {
      ...parts,
      home: context.home,
      environment: context.environment,
      allowInsecureHttp: () => context.settings.get().allowInsecureHttp,
      policy: () => context.settings.get(),
      onError: reportError,
      onUploadProgress: () => undefined,
      onRecordsChanged: () => undefined,
      onFaxesReceived: () => undefined,
      onSyncStatus: () => undefined,
      settings: () => context.settings.get(),
      onRecovery: (recovery) => context.terminal.complain(recoverySentence(context.t, recovery)),
      onDamage: (path) => context.terminal.complain(context.t('menu.recordsDamaged', { path })),
    });
    opened.push(account);
    return account;
  };
  try {
    return await performUnlessInterrupted(context, line, open);
  } catch (error) {
    if (error instanceof DatabaseDamagedError) return tellFailure(context, { kind: 'recordsDamaged' });
    if (storageProblem(error) === 'unknown') throw error;
    context.terminal.fail('storageFailed', storageSentence(context.t, error, context.home));
    return exitCodeOf('storageFailed');
  } finally {
    for (const account of opened) await account.close();
  }
}

/** `send` ends what it began by itself. */
function performUnlessInterrupted(
  context: CommandContext,
  line: CommandLine,
  open: OpenAccount,
): ExitCode | Promise<ExitCode> {
  const performed = perform(context, line, open);
  if (line.command.name === 'send') return performed;
  const interrupted = untilInterrupted(context.interruption).then(() => tellFailure(context, { kind: 'cancelled' }));
  return Promise.race([performed, interrupted]);
}

function perform(context: CommandContext, { command }: CommandLine, open: OpenAccount): ExitCode | Promise<ExitCode> {
  switch (command.name) {
    case 'help':
      context.terminal.say(context.t('cli.usage'));
      context.terminal.json({ usage: context.t('cli.usage') });
      return exitCodes.done;
    case 'version':
      context.terminal.say(app.getVersion());
      context.terminal.json({ version: app.getVersion() });
      return exitCodes.done;
    case 'render':
      return render(context, command);
    case 'send':
      return send(context, command, open);
    case 'outbox':
      return outbox(context, command, open);
    case 'pending':
      return pending(context, command, open);
    case 'records':
      return records(context, command, open);
    case 'sync':
      return sync(context, command, open);
    case 'export':
      return exportRecords(context, command, open);
    case 'document':
      return document(context, command, open);
    case 'proof':
      return proof(context, command, open);
    case 'verify':
      return verify(context, command, open);
    case 'key':
      return key(context, command, open);
    default:
      return assertNever(command);
  }
}
