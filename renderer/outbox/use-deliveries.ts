import { createContext, useContext, useEffect, useMemo, useReducer } from 'react';
import type { KeyStatus } from '../../app/contract';
import type { Delivery } from '../../app/outbox/delivery';
import type { Client } from '../bridge';
import { changeDeliveries, type Deliveries, noDeliveries } from './deliveries';

export interface DeliveriesModel extends Deliveries {
  readonly tell: (deliveries: readonly Delivery[]) => void;
}

export const DeliveriesContext = createContext<DeliveriesModel | null>(null);

export function useDeliveries(): DeliveriesModel {
  const model = useContext(DeliveriesContext);
  if (!model) throw new Error('useDeliveries is called outside DeliveriesContext.');
  return model;
}

/** Follows the deliveries of the account in use for the whole window. */
export function useDeliveriesModel(client: Client, keyStatus: KeyStatus | null): DeliveriesModel {
  const [state, dispatch] = useReducer(changeDeliveries, noDeliveries);
  useEffect(() => {
    const stops = [
      client.on('outboxChanged', ({ deliveries }) => dispatch({ kind: 'told', deliveries })),
      client.on('uploadProgress', (progress) => dispatch({ kind: 'uploaded', progress })),
    ];
    return () => stops.forEach((stop) => stop());
  }, [client]);
  const account = keyStatus && (keyStatus.kept === 'demo' ? 'demo' : 'own');
  useEffect(() => {
    if (account) {
      void client
        .call('outbox.list', { filter: {}, offset: 0, limit: 500 })
        .then(({ deliveries }) => dispatch({ kind: 'replaced', deliveries }));
    }
  }, [client, account]);
  return useMemo(
    () => ({ ...state, tell: (deliveries: readonly Delivery[]) => dispatch({ kind: 'told', deliveries }) }),
    [state],
  );
}
