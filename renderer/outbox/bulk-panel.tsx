import { useState } from 'react';
import type { Delivery } from '../../app/outbox/delivery';
import { useTexts } from '../language';
import { Button } from '../ui/button';
import { Confirm } from '../ui/dialog';
import styles from './delivery-detail.module.css';
import { doableOf } from './doable';
import { ResendQuestion } from './resend';
import { useActions } from './use-actions';

interface BulkPanelProps {
  deliveries: readonly Delivery[];
  onClose: () => void;
}

/** What can be done with several faxes at once. What would arrive twice, or can't be taken back, is asked. */
export function BulkPanel({ deliveries, onClose }: BulkPanelProps) {
  const { t, formats } = useTexts();
  const actions = useActions();
  const [asking, setAsking] = useState<'cancel' | 'resend' | null>(null);
  const doable = doableOf(deliveries);
  const n = (ids: readonly string[]) => ({ n: formats.number(ids.length) });
  const nothing = doable.cancel.length + doable.retryNow.length + doable.resend.length === 0;
  return (
    <aside className={styles.detail} aria-label={t('outbox.detail')}>
      <div role="status">
        <h2 className={styles.number}>{t('outbox.selected', { n: formats.number(deliveries.length) })}</h2>
      </div>
      {nothing && <p className={styles.empty}>{t('outbox.bulk.nothing')}</p>}
      <div className={styles.actions}>
        {doable.retryNow.length > 0 && (
          <Button onClick={() => actions.retryNow(doable.retryNow)}>
            {t('outbox.bulk.retryNow', n(doable.retryNow))}
          </Button>
        )}
        {doable.resend.length > 0 && (
          <Button onClick={() => (doable.delivered > 0 ? setAsking('resend') : actions.resend(doable.resend, false))}>
            {t('outbox.bulk.resend', n(doable.resend))}
          </Button>
        )}
        {doable.cancel.length > 0 && (
          <Button look="danger" onClick={() => setAsking('cancel')}>
            {t('outbox.bulk.cancel', n(doable.cancel))}
          </Button>
        )}
        <Button look="quiet" onClick={onClose}>
          {t('outbox.selectNone')}
        </Button>
      </div>
      {actions.failure && (
        <p role="alert" className={styles.failure}>
          {actions.failure}
        </p>
      )}
      <ResendQuestion doubt={actions.doubt} />
      {asking === 'cancel' && (
        <Confirm
          title={t('outbox.bulk.cancelTitle', n(doable.cancel))}
          text={t('outbox.bulk.cancelText')}
          confirm={t('ui.outbox.cancel')}
          onCancel={() => setAsking(null)}
          onConfirm={() => {
            setAsking(null);
            actions.cancel(doable.cancel);
          }}
        />
      )}
      {asking === 'resend' && (
        <Confirm
          title={t('outbox.bulk.resendTitle', n(doable.resend))}
          text={t('outbox.bulk.resendText', { n: formats.number(doable.delivered) })}
          confirm={t('ui.outbox.sendAgain')}
          onCancel={() => setAsking(null)}
          onConfirm={() => {
            setAsking(null);
            actions.resend(doable.resend, true);
          }}
        />
      )}
    </aside>
  );
}
