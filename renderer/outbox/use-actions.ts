import { useState } from 'react';
import type { Failure } from '../../app/failure';
import { failureSentence, type Translate } from '../../app/i18n/translate';
import type { Result } from '../../app/result';
import { useTexts } from '../language';
import { useServices } from '../services';

/** What can be done with deliveries; changes come back by the feed. */
export interface OutboxActions {
  /** The sentence of what went wrong last. */
  readonly failure: string | null;
  readonly cancel: (ids: readonly string[]) => void;
  readonly retryNow: (ids: readonly string[]) => void;
  /** `again`: also those that were delivered. */
  readonly resend: (ids: readonly string[], again: boolean) => void;
  readonly decide: (id: string, decision: 'sendAgain' | 'giveUp') => void;
  readonly saveProof: (id: string) => void;
  /** A proof is being made. */
  readonly making: boolean;
}

/** The most that one call takes. */
const resendAtOnce = 1_000;

export function useActions(): OutboxActions {
  const { client } = useServices();
  const { t } = useTexts();
  const [failure, setFailure] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const complain = (result: Result<unknown>): void => setFailure(result.ok ? null : sentenceOf(t, result.failure));
  const resendAll = async (ids: readonly string[], again: boolean): Promise<void> => {
    for (let at = 0; at < ids.length; at += resendAtOnce) {
      const deliveryIds = ids.slice(at, at + resendAtOnce);
      complain(await client.call('outbox.resend', { deliveryIds, again }));
    }
  };
  return {
    failure,
    making,
    saveProof(deliveryId) {
      setMaking(true);
      void client
        .call('proof.save', { deliveryId })
        .then(complain)
        .finally(() => setMaking(false));
    },
    cancel(ids) {
      const [only] = ids;
      if (ids.length === 1 && only !== undefined) {
        void client.call('outbox.cancel', { deliveryId: only }).then(complain);
        return;
      }
      void client.call('outbox.cancelWaiting', { deliveryIds: [...ids] });
    },
    retryNow: (ids) => void client.call('outbox.reschedule', { selection: { deliveryIds: [...ids] }, sendAt: null }),
    resend: (ids, again) => void resendAll(ids, again),
    decide: (deliveryId, decision) => void client.call('outbox.decide', { deliveryId, decision }).then(complain),
  };
}

/** Main answers `cancelled` where there is nothing left to act on. */
const sentenceOf = (t: Translate, failure: Failure): string =>
  failure.kind === 'cancelled' ? t('ui.outbox.tooLate') : failureSentence(t, failure);
