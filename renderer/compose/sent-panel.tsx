import { useEffect, useState } from 'react';
import type { OutboxFilter } from '../../app/outbox/listing';
import { useTexts } from '../language';
import { briefRowHeightPx, DeliveryRow } from '../outbox/delivery-row';
import { useDeliveryList } from '../outbox/use-delivery-list';
import { useOutboxChanges } from '../outbox/use-outbox';
import { useServices } from '../services';
import { Button } from '../ui/button';
import { VirtualList } from '../ui/list/virtual-list';
import styles from './sent-panel.module.css';
import { useCompose } from './use-compose';
import { useDisplayNumber } from './use-phone';

/** After Send: each recipient's delivery, live. */
export default function SentPanel({ faxId }: { faxId: string }) {
  const { t, formats } = useTexts();
  const { dispatch } = useCompose();
  const list = useDeliveryList({ faxId });
  const display = useDisplayNumber();
  const finished = useOpenCount(faxId) === 0;
  return (
    <section className={styles.panel} aria-labelledby="sent-title">
      <div role="status">
        <h2 id="sent-title" className={styles.title}>
          {t(finished ? 'ui.sent.finished' : 'ui.sent.title')}
        </h2>
        <p className={styles.text}>{t(finished ? 'ui.sent.finishedText' : 'ui.sent.text')}</p>
      </div>
      <div className={styles.list}>
        {list.total !== null && list.total > 0 && (
          <VirtualList
            label={t('outbox.list', { n: formats.number(list.total) })}
            count={list.total}
            rowHeightPx={briefRowHeightPx}
            selection={list.selection}
            isSelected={list.isSelected}
            isLoaded={list.isLoaded}
            onGesture={list.onGesture}
            onRange={list.onRange}
            className={styles.rows}
          >
            {(index) => {
              const delivery = list.rows.at(index);
              return delivery && <DeliveryRow brief delivery={delivery} display={display} />;
            }}
          </VirtualList>
        )}
      </div>
      <div className={styles.actions}>
        <Button look="primary" autoFocus onClick={() => dispatch({ kind: 'startedAnew', keepPages: false })}>
          {t('ui.compose.newFax')}
        </Button>
        <Button onClick={() => dispatch({ kind: 'startedAnew', keepPages: true })}>{t('ui.sent.samePages')}</Button>
      </div>
    </section>
  );
}

const openKinds: OutboxFilter['kinds'] = ['queued', 'sending', 'accepted', 'unconfirmed', 'needsDecision'];

/** How many deliveries of the fax are not over; `null` until main has told it. */
function useOpenCount(faxId: string): number | null {
  const { client } = useServices();
  const [count, setCount] = useState<number | null>(null);
  const [asked, askAgain] = useState(0);
  useEffect(() => {
    let here = true;
    void client
      .call('outbox.list', { filter: { faxId, kinds: openKinds }, offset: 0, limit: 1 })
      .then(({ total }) => here && setCount(total));
    return () => {
      here = false;
    };
  }, [client, faxId, asked]);
  useOutboxChanges(({ deliveries, isPartial }) => {
    if (isPartial || deliveries.some((delivery) => delivery.faxId === faxId)) askAgain((before) => before + 1);
  });
  return count;
}
