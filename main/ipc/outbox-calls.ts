import { fail, ok } from '../../app/result';
import type { Account } from '../account';
import { openedDocumentPath, showDocument, writeFileOrFail } from '../os/documents';
import { documentOf, queueFax, resendFax } from '../outbox/queue-fax';
import type { Handlers } from './serve';

type Served =
  'outbox.queue' | 'outbox.list' | 'outbox.cancel' | 'outbox.decide' | 'outbox.resend' | 'outbox.openDocument';

export interface OutboxCallParts {
  readonly account: () => Promise<Account>;
  readonly home: string;
}

export function outboxCalls({ account, home }: OutboxCallParts): Pick<Handlers, Served> {
  return {
    'outbox.queue': async ({ request, pdf }) => queueFax(await account(), request, pdf),
    'outbox.list': async () => (await account()).store.list(),
    'outbox.cancel': async ({ deliveryId }) => {
      const cancelled = (await account()).runner.cancel(deliveryId);
      return cancelled === null ? fail({ kind: 'cancelled' }) : ok(cancelled);
    },
    'outbox.decide': async ({ deliveryId, decision }) => {
      const decided = (await account()).runner.decide(deliveryId, decision);
      return decided === null ? fail({ kind: 'cancelled' }) : ok(decided);
    },
    'outbox.resend': async ({ deliveryId }) => resendFax(await account(), deliveryId),
    async 'outbox.openDocument'({ deliveryId }) {
      const opened = await account();
      const delivery = opened.store.find(deliveryId)?.delivery;
      const document = delivery ? await documentOf(opened, delivery) : fail({ kind: 'documentLost' });
      if (!document.ok) return document;
      // A copy: what a viewer saves must not change what is still to be sent.
      const path = openedDocumentPath(home, deliveryId, 'pdf');
      const written = await writeFileOrFail(path, document.value);
      if (written.ok) await showDocument(path);
      return written;
    },
  };
}
