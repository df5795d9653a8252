import { useCallback, useState } from 'react';
import type { PageRequest, PendingOrder } from '../../app/api/entities';
import { useDisplayNumber } from '../compose/use-phone';
import { useTexts } from '../language';
import { useServices } from '../services';
import { Button } from '../ui/button';
import { RefreshIcon } from '../ui/icons';
import { Empty, Screen } from '../ui/screen';
import { ListingFrame } from './listing';
import styles from './listing.module.css';
import { Pager } from './pager';
import { shownOf, useListing } from './use-listing';

/** What the service has accepted and not finished. */
export default function PendingScreen() {
  const { t } = useTexts();
  const { client } = useServices();
  const [request, setRequest] = useState<PageRequest>({ limit: 25, page: 1 });
  const ask = useCallback(() => client.call('pending.list', request), [client, request]);
  const { listing, refresh } = useListing(ask);
  const shown = shownOf(listing);
  const orders = shown?.orders ?? [];
  const refreshing = (
    <Button icon={RefreshIcon} busy={listing.kind === 'loading'} onClick={refresh}>
      {t('ui.common.refresh')}
    </Button>
  );
  const empty = <Empty title={t('ui.pending.empty')}>{t('ui.pending.emptyHint')}</Empty>;
  return (
    <Screen title={t('ui.nav.pending')} actions={refreshing}>
      <ListingFrame listing={listing} empty={orders.length === 0 ? empty : null} onRetry={refresh}>
        <OrdersTable orders={orders} />
      </ListingFrame>
      {orders.length > 0 && <Pager request={request} pagination={shown?.pagination ?? null} onChange={setRequest} />}
    </Screen>
  );
}

function OrdersTable({ orders }: { orders: readonly PendingOrder[] }) {
  const { t, formats } = useTexts();
  const display = useDisplayNumber();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {(['orderId', 'createdAt', 'sender', 'recipient', 'status'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`ui.pending.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr key={order.orderId}>
            <td>{order.orderId}</td>
            <td className={styles.nowrap}>{formats.stamp(order.createdAt)}</td>
            <td className={styles.nowrap}>{order.sender === '' ? '—' : display(order.sender)}</td>
            <td className={styles.nowrap}>{display(order.recipient)}</td>
            <td>{order.status}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
