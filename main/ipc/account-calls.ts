import { failureOf } from '../../app/api/failure-of';
import type { KeyStatus } from '../../app/contract';
import { fail, ok, type Result } from '../../app/result';
import type { Account } from '../account';
import { KeychainUnavailableError } from '../keychain';
import type { SettingsStore } from '../settings';
import type { Handlers } from './serve';

export interface AccountCallParts {
  readonly account: () => Promise<Account>;
  readonly switchAccount: (kind: Account['kind']) => Promise<Account>;
  readonly settings: SettingsStore;
  readonly onKeyStatus: (status: KeyStatus) => void;
}

type Served = 'key.status' | 'key.set' | 'key.delete' | 'account.choose' | 'account.senders';

export function accountCalls(parts: AccountCallParts): Pick<Handlers, Served> {
  const told = (status: KeyStatus): KeyStatus => {
    parts.onKeyStatus(status);
    return status;
  };
  return {
    'key.status': async () => (await parts.account()).keys.status(),
    async 'key.set'({ key, keep }) {
      const account = await parts.account();
      const own = account.kind === 'own' ? account : await parts.switchAccount('own');
      const kept = await keepKey(own, key.trim(), keep);
      return kept.ok ? ok(told(kept.value)) : kept;
    },
    async 'key.delete'() {
      const { keys } = await parts.account();
      try {
        await keys.forget();
      } catch (error) {
        return fail(keychainFailure(error));
      }
      return ok(told(await keys.status()));
    },
    async 'account.choose'(kind) {
      parts.settings.change({ account: kind });
      return told(await (await parts.switchAccount(kind)).keys.status());
    },
    async 'account.senders'() {
      const { api } = await parts.account();
      return api.callerIds().then(ok, (error: unknown) => fail(failureOf(error)));
    },
  };
}

/** Tries `key` with a call that changes nothing, then keeps it. */
export async function keepKey(
  account: Account,
  key: string,
  where: 'keychain' | 'session',
): Promise<Result<KeyStatus>> {
  try {
    await account.apiWith(key).callerIds();
  } catch (error) {
    return fail(failureOf(error));
  }
  try {
    await account.keys.keep(key, where);
  } catch (error) {
    return fail(keychainFailure(error));
  }
  account.runner.wake();
  account.history.wake();
  return ok(await account.keys.status());
}

function keychainFailure(error: unknown): { kind: 'keychainUnavailable' } {
  if (error instanceof KeychainUnavailableError) return { kind: 'keychainUnavailable' };
  throw error;
}
