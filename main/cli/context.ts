import type { Failure } from '../../app/failure';
import { failureSentence, type Translate } from '../../app/i18n/translate';
import type { Account, AccountParts } from '../account';
import type { Language } from '../../app/settings';
import type { SettingsStore } from '../settings';
import { type ExitCode, exitCodeOf } from './exit-code';
import type { Terminal } from './terminal';

/** What every command is given. */
export interface CommandContext {
  readonly home: string;
  readonly settings: SettingsStore;
  readonly t: Translate;
  readonly language: Language;
  readonly terminal: Terminal;
  readonly environment: NodeJS.ProcessEnv;
  /** Aborted when the program is asked to end. */
  readonly interruption: AbortSignal;
}

/** Opens the account the command works on; it is closed when the command has ended. */
export type OpenAccount = (parts: Pick<AccountParts, 'only' | 'onDeliveries'>) => Promise<Account>;

/** Tells of a failure and answers what the program exits with. */
export function tellFailure({ t, terminal }: CommandContext, failure: Failure): ExitCode {
  terminal.fail(failure.kind, failureSentence(t, failure));
  return exitCodeOf(failure.kind);
}
