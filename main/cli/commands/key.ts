import type { KeyStatus } from '../../../app/contract';
import { keepKey } from '../../ipc/account-calls';
import { KeychainUnavailableError } from '../../keychain';
import type { Command } from '../command';
import { type CommandContext, type OpenAccount, tellFailure } from '../context';
import { type ExitCode, exitCodes } from '../exit-code';

/** Sets, asks for or deletes the API key in the keychain. The key itself is never printed. */
export async function key(
  context: CommandContext,
  { action }: Extract<Command, { name: 'key' }>,
  open: OpenAccount,
): Promise<ExitCode> {
  const account = await open({ onDeliveries: () => undefined });
  switch (action) {
    case 'set': {
      const given = (await context.terminal.readInput()).trim();
      if (given === '') return tellFailure(context, { kind: 'keyMissing' });
      const kept = await keepKey(account, given, 'keychain');
      if (!kept.ok) return tellFailure(context, kept.failure);
      context.terminal.say(context.t('cli.keyKept'));
      context.terminal.json(statusOf(kept.value));
      return exitCodes.done;
    }
    case 'status': {
      const status = await account.keys.status();
      context.terminal.say(context.t(`cli.keyFrom.${status.kept}`));
      context.terminal.json(statusOf(status));
      return status.kept === 'none' ? exitCodes.noKey : exitCodes.done;
    }
    case 'delete':
      try {
        await account.keys.forget();
      } catch (error) {
        if (error instanceof KeychainUnavailableError) return tellFailure(context, { kind: 'keychainUnavailable' });
        throw error;
      }
      context.terminal.say(context.t('cli.keyDeleted'));
      context.terminal.json(statusOf(await account.keys.status()));
      return exitCodes.done;
  }
}

const statusOf = ({ kept, keychainAvailable }: KeyStatus) => ({ set: kept !== 'none', kept, keychainAvailable });
