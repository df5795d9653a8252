import { isFinal } from '../../app/outbox/delivery';
import { useTexts } from '../language';
import { DeliveryLine } from '../outbox/delivery-line';
import { useDeliveries } from '../outbox/use-deliveries';
import { Button } from '../ui/button';
import styles from './sent-panel.module.css';
import { useCompose } from './use-compose';

/** After Send: each recipient's delivery, live. */
export default function SentPanel({ deliveryIds }: { deliveryIds: readonly string[] }) {
  const { t } = useTexts();
  const { dispatch } = useCompose();
  const { byId } = useDeliveries();
  const finished = deliveryIds.every((id) => {
    const delivery = byId.get(id);
    return delivery !== undefined && isFinal(delivery.state);
  });
  const deliveries = deliveryIds.map((id) => byId.get(id)).filter((delivery) => delivery !== undefined);
  return (
    <section className={styles.panel} aria-labelledby="sent-title">
      <div role="status">
        <h2 id="sent-title" className={styles.title}>
          {t(finished ? 'ui.sent.finished' : 'ui.sent.title')}
        </h2>
        <p className={styles.text}>{t(finished ? 'ui.sent.finishedText' : 'ui.sent.text')}</p>
      </div>
      <ul className={styles.list}>
        {deliveries.map((delivery) => (
          <li key={delivery.id}>
            <DeliveryLine brief delivery={delivery} />
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button look="primary" autoFocus onClick={() => dispatch({ kind: 'startedAnew', keepPages: false })}>
          {t('ui.compose.newFax')}
        </Button>
        <Button onClick={() => dispatch({ kind: 'startedAnew', keepPages: true })}>{t('ui.sent.samePages')}</Button>
      </div>
    </section>
  );
}
