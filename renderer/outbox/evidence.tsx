import { useEffect, useState } from 'react';
import { serviceStatusWords } from '../../app/i18n/service-status';
import type { Evidence as Known } from '../../app/outbox/evidence';
import { useTexts } from '../language';
import { useServices } from '../services';
import { Button } from '../ui/button';
import styles from './delivery-detail.module.css';

interface EvidenceProps {
  deliveryId: string;
  onRecognise: (callUuid: string) => void;
}

/** What the exchange has for the number of a delivery in doubt, so that the user decides on what is known. */
export function Evidence({ deliveryId, onRecognise }: EvidenceProps) {
  const { t, formats } = useTexts();
  const known = useEvidence(deliveryId);
  if (known === null) return <p>{t('outbox.evidence.asking')}</p>;
  const { since, orders, records } = known;
  return (
    <div>
      <h3>{t('outbox.evidence.title')}</h3>
      {orders === null && <p>{t('outbox.evidence.notReachable')}</p>}
      {orders?.length === 0 && records.length === 0 && (
        <p>{t('outbox.evidence.none', { since: formats.moment(since) })}</p>
      )}
      <ul className={styles.evidence}>
        {orders?.map(({ orderId, createdAt, status }) => (
          <li key={orderId}>
            {t('outbox.evidence.order', {
              orderId,
              created: formats.stamp(createdAt),
              status: serviceStatusWords(t, status),
            })}
          </li>
        ))}
        {records.map(({ callUuid, startAt, startStamp, result, pagesCount }) => {
          const began = startAt === null ? startStamp : formats.moment(startAt);
          const call = t('outbox.evidence.record', { began, result, pages: pagesCount });
          return (
            <li key={callUuid}>
              {call}{' '}
              <Button
                className={styles.own}
                aria-label={t('outbox.evidence.ownOf', { call })}
                onClick={() => onRecognise(callUuid)}
              >
                {t('outbox.evidence.own')}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** `null` until main has answered. */
function useEvidence(deliveryId: string): Known | null {
  const { client } = useServices();
  const [told, setTold] = useState<Known | null>(null);
  useEffect(() => {
    let here = true;
    void client.call('outbox.evidence', { deliveryId }).then((answer) => {
      if (here && answer.ok) setTold(answer.value);
    });
    return () => {
      here = false;
    };
  }, [client, deliveryId]);
  return told;
}
