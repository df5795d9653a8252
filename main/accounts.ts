import type { Account, AccountParts } from './account';

/** The one account in use. It is loaded and opened when first asked for, so that a window need not wait for it. */
export interface Accounts {
  readonly current: () => Promise<Account>;
  /** Closes the one in use and opens the other; the one in use is answered where it is that kind already. */
  readonly switchTo: (kind: Account['kind']) => Promise<Account>;
  readonly kind: () => Account['kind'];
  readonly close: () => Promise<void>;
}

/** `onOpened` is told of every account that is opened, before anything of it is sent. None is opened before `start`. */
export function createAccounts(
  first: Account['kind'],
  parts: AccountParts,
  start: Promise<void>,
  onOpened: (account: Account) => void,
): Accounts {
  let kind = first;
  let opened: Promise<Account> | null = null;

  const current = (): Promise<Account> => {
    opened ??= start.then(() => open(kind, parts, onOpened));
    return opened;
  };
  const close = async (): Promise<void> => {
    const closing = opened;
    opened = null;
    await (await closing)?.close();
  };
  return {
    current,
    async switchTo(wanted) {
      if (wanted !== kind) {
        kind = wanted;
        await close();
      }
      return current();
    },
    kind: () => kind,
    close,
  };
}

async function open(
  kind: Account['kind'],
  parts: AccountParts,
  onOpened: (account: Account) => void,
): Promise<Account> {
  const { openAccount } = await import('./account');
  const account = await openAccount(kind, parts);
  onOpened(account);
  account.runner.start();
  account.history.start();
  return account;
}
