import { failureOf } from '../../app/api/failure-of';
import { fail, ok } from '../../app/result';
import type { Account } from '../account';
import type { Handlers } from './serve';

export interface ServiceCallParts {
  readonly account: () => Promise<Account>;
}

/** What the service itself lists. */
export function serviceCalls({ account }: ServiceCallParts): Pick<Handlers, 'pending.list'> {
  return {
    'pending.list': async (page) =>
      (await account()).api.listPending(page).then(ok, (error: unknown) => fail(failureOf(error))),
  };
}
