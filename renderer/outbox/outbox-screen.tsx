import type { Delivery } from '../../app/outbox/delivery';
import { useTexts } from '../language';
import { Empty, Screen } from '../ui/screen';
import { newestFirst } from './deliveries';
import { DeliveryLine } from './delivery-line';
import styles from './outbox-screen.module.css';
import { useDeliveries } from './use-deliveries';

/** All deliveries of this computer, newest first. */
export default function OutboxScreen() {
  const { t } = useTexts();
  const { byId, known } = useDeliveries();
  const deliveries = newestFirst(byId.values());
  return (
    <Screen title={t('ui.nav.outbox')}>
      {deliveries.length > 0 ? (
        <ul className={styles.list}>
          {deliveries.map((delivery) => (
            <li key={delivery.id} className={styles.row}>
              <DeliveryLine delivery={delivery}>
                <About delivery={delivery} />
              </DeliveryLine>
            </li>
          ))}
        </ul>
      ) : known ? (
        <Empty title={t('ui.outbox.emptyTitle')}>
          <p>{t('ui.outbox.emptyText')}</p>
        </Empty>
      ) : (
        <Empty title={t('ui.common.loading')} />
      )}
    </Screen>
  );
}

function About({ delivery }: { delivery: Delivery }) {
  const { formats } = useTexts();
  return (
    <p className={styles.about}>
      {formats.moment(delivery.createdAt)} · {formats.pages(delivery.pageCount)} · {delivery.header}
    </p>
  );
}
