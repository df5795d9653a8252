import { fail, ok } from '../../app/result';
import type { Account } from '../account';
import type { SettingsStore } from '../settings';
import type { Handlers } from './serve';

type Served = Extract<keyof Handlers, `outbox.${string}`>;

export interface OutboxCallParts {
  readonly account: () => Promise<Account>;
  readonly settings: Pick<SettingsStore, 'get'>;
  /** A new fax is on the disk. */
  readonly onQueued: () => Promise<void>;
}

/** What the calls do is loaded with the first of them: a start does none. */
export function outboxCalls({ account, settings, onQueued }: OutboxCallParts): Pick<Handlers, Served> {
  return {
    ...listingCalls(account),
    ...bulkCalls(account),
    async 'outbox.queue'({ request, pdf, again = false }) {
      const { store, runner, barredBy } = await account();
      const barred = barredBy();
      if (barred !== null) return fail(barred);
      const { queueFax } = await import('../outbox/queue-fax');
      // The window is answered first.
      const soon = { wake: () => void setImmediate(() => runner.wake()) };
      const undoMs = settings.get().undoSeconds * 1000;
      const result = await queueFax({ store, runner: soon }, request, pdf, { undoMs, mayRepeat: () => again });
      if (result.ok && result.value.kind === 'queued') await onQueued();
      return result;
    },
    'outbox.cancel': async ({ deliveryId }) => {
      const cancelled = (await account()).runner.cancel(deliveryId);
      return cancelled === null ? fail({ kind: 'cancelled' }) : ok(cancelled);
    },
    'outbox.decide': async ({ deliveryId, decision }) => {
      const decided = (await account()).runner.decide(deliveryId, decision);
      return decided === null ? fail({ kind: 'cancelled' }) : ok(decided);
    },
    'outbox.recognise': async ({ deliveryId, callUuid }) => {
      const { runner, history } = await account();
      const { outcomeOf } = await import('../../app/outbox/reconcile');
      const record = history.store.get(callUuid);
      const recognised = record === null ? null : runner.recognise(deliveryId, outcomeOf(record));
      return recognised === null ? fail({ kind: 'cancelled' }) : ok(recognised);
    },
    'outbox.resend': async ({ deliveryIds, again = false }) => {
      const own = await account();
      const barred = own.barredBy();
      if (barred !== null) return fail(barred);
      const { resendFaxes } = await import('../outbox/resend-faxes');
      return resendFaxes(own, deliveryIds, again);
    },
  };
}

function listingCalls(account: OutboxCallParts['account']) {
  return {
    'outbox.list': async ({ filter, offset, limit }) => (await account()).store.page(filter, offset, limit),
    'outbox.status': async () => (await account()).status(),
    'outbox.evidence': async ({ deliveryId }) => {
      const { store, history, exchange } = await account();
      const delivery = store.find(deliveryId)?.delivery;
      if (delivery === undefined) return fail({ kind: 'cancelled' });
      const { evidenceFor } = await import('../outbox/evidence');
      return ok(await evidenceFor({ store, records: history.store, exchange }, delivery));
    },
    'outbox.history': async ({ deliveryId }) => {
      const history = (await account()).store.history(deliveryId);
      return history === null ? fail({ kind: 'cancelled' }) : ok(history);
    },
  } satisfies Partial<Handlers>;
}

function bulkCalls(account: OutboxCallParts['account']) {
  return {
    'outbox.pause': async ({ paused }) => {
      const { store, runner, status } = await account();
      store.pause(paused ? (store.pausedAt() ?? Date.now()) : null);
      runner.look();
      return status();
    },
    'outbox.cancelWaiting': async (selection) => {
      const { store, runner } = await account();
      const cancelled = store.cancelWaiting(selection, Date.now());
      runner.look();
      return { cancelled };
    },
    'outbox.reschedule': async ({ selection, sendAt }) => {
      const { store, runner } = await account();
      const rescheduled = store.reschedule(selection, sendAt, Date.now());
      runner.look();
      return { rescheduled };
    },
  } satisfies Partial<Handlers>;
}
