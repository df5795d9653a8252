import { type ReactNode, useState } from 'react';
import { stateWords } from '../../app/i18n/state-words';
import type { Failure } from '../../app/failure';
import { failureSentence, type Translate } from '../../app/i18n/translate';
import { type Delivery, type DeliveryState, isFinal } from '../../app/outbox/delivery';
import { ok, type Result } from '../../app/result';
import { useDisplayNumber } from '../compose/use-phone';
import { useTexts } from '../language';
import { useServices } from '../services';
import { Button } from '../ui/button';
import { Progress } from '../ui/progress';
import { Decision } from './decision';
import styles from './delivery-line.module.css';
import { toneOf } from './delivery-tone';
import { Resend } from './resend';
import { ToneSign } from './tone-sign';
import { useDeliveries } from './use-deliveries';

interface DeliveryLineProps {
  delivery: Delivery;
  /** Only what can't wait is offered. */
  brief?: boolean;
  children?: ReactNode;
}

/** One delivery: to whom, how it stands, and what can be done about it. */
export function DeliveryLine({ delivery, brief = false, children }: DeliveryLineProps) {
  const { t } = useTexts();
  const display = useDisplayNumber();
  const { cancel, decide, resend, openDocument, saveProof, making, failure } = useActions(delivery);
  const words = stateWords(t, delivery);
  return (
    <div className={styles.frame}>
      <div className={styles.line}>
        <ToneSign tone={toneOf(delivery.state)} />
        <div className={styles.about}>
          <strong className={styles.number} data-selectable>
            {display(delivery.recipient)}
          </strong>
          {children}
        </div>
        <div className={styles.state}>
          <p data-tone={toneOf(delivery.state)}>{words}</p>
          <Upload delivery={delivery} />
          {failure && (
            <p role="alert" data-tone="bad">
              {failure}
            </p>
          )}
        </div>
        <div className={styles.actions}>
          {delivery.state.kind === 'queued' && (
            <Button look="quiet" onClick={cancel}>
              {t('ui.outbox.cancel')}
            </Button>
          )}
          {!brief && (
            <Button look="quiet" onClick={openDocument}>
              {t('ui.outbox.openDocument')}
            </Button>
          )}
          {!brief && isProvable(delivery.state) && (
            <Button look="quiet" busy={making} disabled={making} onClick={saveProof}>
              {t('ui.outbox.saveProof')}
            </Button>
          )}
          {!brief && isFinal(delivery.state) && (
            <Resend delivered={delivery.state.kind === 'delivered'} onResend={resend} />
          )}
        </div>
        {delivery.state.kind === 'needsDecision' && <Decision why={delivery.state.why} onDecide={decide} />}
      </div>
    </div>
  );
}

/** Something was sent, and what became of it is known. */
const isProvable = ({ kind }: DeliveryState): boolean =>
  kind === 'delivered' || kind === 'failed' || kind === 'refused';

function Upload({ delivery }: { delivery: Delivery }) {
  const { t, formats } = useTexts();
  const upload = useDeliveries().uploads.get(delivery.id);
  if (delivery.state.kind !== 'sending') return null;
  const share = upload && upload.totalBytes > 0 ? upload.sentBytes / upload.totalBytes : null;
  return (
    <div className={styles.upload}>
      <Progress label={t('ui.outbox.uploading')} share={share} />
      {share !== null && <span>{formats.percent(share)}</span>}
    </div>
  );
}

function useActions({ id }: Delivery) {
  const { client } = useServices();
  const { tell } = useDeliveries();
  const { t } = useTexts();
  const [failure, setFailure] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const complain = (result: Result<unknown>): void => setFailure(result.ok ? null : sentenceOf(t, result.failure));
  const show = (result: Result<readonly Delivery[]>): void => {
    if (result.ok) tell(result.value);
    complain(result);
  };
  const showOne = (result: Result<Delivery>): void => show(result.ok ? ok([result.value]) : result);
  return {
    failure,
    making,
    saveProof: () => {
      setMaking(true);
      void client
        .call('proof.save', { deliveryId: id })
        .then(complain)
        .finally(() => setMaking(false));
    },
    cancel: () => void client.call('outbox.cancel', { deliveryId: id }).then(showOne),
    decide: (decision: 'sendAgain' | 'giveUp') =>
      void client.call('outbox.decide', { deliveryId: id, decision }).then(showOne),
    // The user was asked where it was delivered already (`Resend`).
    resend: () => void client.call('outbox.resend', { deliveryIds: [id], again: true }).then(show),
    openDocument: () => void client.call('outbox.openDocument', { deliveryId: id }).then(complain),
  };
}

/** Main answers `cancelled` where there is nothing left to act on. */
const sentenceOf = (t: Translate, failure: Failure): string =>
  failure.kind === 'cancelled' ? t('ui.outbox.tooLate') : failureSentence(t, failure);
