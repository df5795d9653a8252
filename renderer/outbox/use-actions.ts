import { useRef, useState } from 'react';
import type { Failure } from '../../app/failure';
import { failureSentence, type Translate } from '../../app/i18n/translate';
import type { Result } from '../../app/result';
import { useDisplayNumber } from '../compose/use-phone';
import { useTexts } from '../language';
import { useServices } from '../services';
import { lostSentence } from './lost-sentence';

/** Faxes that would, or may, arrive a second time: they are sent again only if the user says so once more. */
export interface ResendDoubt {
  readonly sentence: string;
  readonly send: () => void;
  readonly drop: () => void;
}

/** What can be done with deliveries; changes come back by the feed. */
export interface OutboxActions {
  /** The sentence of what went wrong last. */
  readonly failure: string | null;
  readonly cancel: (ids: readonly string[]) => void;
  readonly retryNow: (ids: readonly string[]) => void;
  /** `again`: also those that were delivered. */
  readonly resend: (ids: readonly string[], again: boolean) => void;
  readonly doubt: ResendDoubt | null;
  readonly decide: (id: string, decision: 'sendAgain' | 'giveUp') => void;
  /** This call is the fax in doubt. */
  readonly recognise: (id: string, callUuid: string) => void;
  readonly saveProof: (id: string) => void;
  /** A proof is being made. */
  readonly making: boolean;
}

interface Doubtful {
  readonly ids: readonly string[];
  readonly failure: Failure;
}

/** The most that one call takes. */
const resendAtOnce = 1_000;

export function useActions(): OutboxActions {
  const { client } = useServices();
  const { t } = useTexts();
  const display = useDisplayNumber();
  const [failure, setFailure] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const complain = (result: Result<unknown>): void => setFailure(result.ok ? null : sentenceOf(t, result.failure));
  const [doubtful, setDoubtful] = useState<Doubtful | null>(null);
  /** A second press while the first is at work is none. */
  const isResending = useRef(false);
  const resendAll = async (ids: readonly string[], again: boolean): Promise<void> => {
    const lost: string[] = [];
    let sent = 0;
    const tellLost = (): void => setFailure(lost.length > 0 ? lostSentence(t, lost.map(display), sent) : null);
    for (let at = 0; at < ids.length; at += resendAtOnce) {
      const deliveryIds = ids.slice(at, at + resendAtOnce);
      const result = await client.call('outbox.resend', { deliveryIds, again });
      if (!result.ok && result.failure.kind === 'sentBefore') {
        tellLost();
        setDoubtful({ ids: ids.slice(at), failure: result.failure });
        return;
      }
      if (!result.ok) {
        complain(result);
        return;
      }
      lost.push(...result.value.lost);
      sent += result.value.deliveries.length;
    }
    tellLost();
  };
  const resend = (ids: readonly string[], again: boolean): void => {
    setDoubtful(null);
    if (isResending.current) return;
    isResending.current = true;
    void resendAll(ids, again).finally(() => (isResending.current = false));
  };
  return {
    failure,
    doubt: doubtful && {
      sentence: failureSentence(t, doubtful.failure),
      send: () => resend(doubtful.ids, true),
      drop: () => setDoubtful(null),
    },
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
    resend,
    recognise: (deliveryId, callUuid) => void client.call('outbox.recognise', { deliveryId, callUuid }).then(complain),
    decide: (deliveryId, decision) => void client.call('outbox.decide', { deliveryId, decision }).then(complain),
  };
}

/** Main answers `cancelled` where there is nothing left to act on. */
const sentenceOf = (t: Translate, failure: Failure): string =>
  failure.kind === 'cancelled' ? t('ui.outbox.tooLate') : failureSentence(t, failure);
