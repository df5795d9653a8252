import { useState } from 'react';
import type { DeliveryState } from '../../app/outbox/delivery';
import { useTexts } from '../language';
import { Button } from '../ui/button';
import styles from './delivery-detail.module.css';
import { Evidence } from './evidence';
import { SendAgainQuestion } from './send-again-question';

type Why = Extract<DeliveryState, { kind: 'needsDecision' }>['why'];

interface DecisionProps {
  deliveryId: string;
  why: Why;
  onDecide: (decision: 'sendAgain' | 'giveUp') => void;
  /** The user knows which call this fax was. */
  onRecognise: (callUuid: string) => void;
}

/** The evidence is mixed: the user is told what is known and decides. Sending again may arrive twice, so it asks. */
export function Decision({ deliveryId, why, onDecide, onRecognise }: DecisionProps) {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  return (
    <div className={styles.decision}>
      <p>{t(`ui.outbox.why.${why}`)}</p>
      <Evidence deliveryId={deliveryId} onRecognise={onRecognise} />
      <div className={styles.choices}>
        <Button onClick={() => setAsking(true)}>{t('ui.outbox.sendAgain')}</Button>
        <Button look="quiet" onClick={() => onDecide('giveUp')}>
          {t('ui.outbox.giveUp')}
        </Button>
      </div>
      {asking && (
        <SendAgainQuestion
          text={t('ui.outbox.sendAgainText')}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            onDecide('sendAgain');
          }}
        />
      )}
    </div>
  );
}
