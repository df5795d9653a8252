import { memo } from 'react';
import type { Delivery } from '../../app/outbox/delivery';
import { useTexts } from '../language';
import { toneOf } from './delivery-tone';
import styles from './delivery-row.module.css';
import { StateWords } from './state-words';
import { ToneSign } from './tone-sign';

interface DeliveryRowProps {
  delivery: Delivery;
  display: (digits: string) => string;
  /** Beside the fax itself, in a narrow list: what it is need not be said. */
  brief?: boolean;
}

export const rowHeightPx = 56;
export const briefRowHeightPx = 76;

/** One delivery in the list: to whom, how it stands, when and what. */
export const DeliveryRow = memo(function DeliveryRow({ delivery, display, brief = false }: DeliveryRowProps) {
  const { formats } = useTexts();
  const tone = toneOf(delivery.state);
  return (
    <div className={brief ? `${styles.row} ${styles.brief}` : styles.row}>
      <ToneSign tone={tone} />
      <div className={styles.about}>
        <strong className={styles.number}>{display(delivery.recipient)}</strong>
        {!brief && (
          <span className={styles.soft}>
            {formats.pages(delivery.pageCount)} · {delivery.header}
          </span>
        )}
      </div>
      <div className={styles.state} data-tone={tone}>
        <StateWords delivery={delivery} />
      </div>
      {!brief && (
        <time className={styles.soft} dateTime={new Date(delivery.createdAt).toISOString()}>
          {formats.moment(delivery.createdAt)}
        </time>
      )}
    </div>
  );
});
