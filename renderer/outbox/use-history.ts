import { useEffect, useState } from 'react';
import type { DeliveryHistory } from '../../app/outbox/timeline';
import { useServices } from '../services';
import { useOutboxChanges } from './use-outbox';

/** What happened to a delivery so far; `null` until main has told it. */
export function useHistory(deliveryId: string): DeliveryHistory | null {
  const { client } = useServices();
  const [told, setTold] = useState<{ readonly id: string; readonly history: DeliveryHistory } | null>(null);
  const [asked, askAgain] = useState(0);
  useEffect(() => {
    let here = true;
    void client.call('outbox.history', { deliveryId }).then((answer) => {
      if (here && answer.ok) setTold({ id: deliveryId, history: answer.value });
    });
    return () => {
      here = false;
    };
  }, [client, deliveryId, asked]);
  useOutboxChanges(({ deliveries, isPartial }) => {
    if (isPartial || deliveries.some(({ id }) => id === deliveryId)) askAgain((before) => before + 1);
  });
  return told?.id === deliveryId ? told.history : null;
}
