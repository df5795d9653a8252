import { useEffect, useMemo } from 'react';
import type { Delivery } from '../../app/outbox/delivery';
import type { OutboxFilter } from '../../app/outbox/listing';
import { useServices } from '../services';
import { PagedRows } from '../ui/list/paged-rows';
import { type PagedList, usePagedList } from '../ui/list/use-paged-rows';
import { useOutbox } from './use-outbox';

/** Many changes in a row are shown at once; the list is read again no more often. */
const rereadMs = 250;

/** The deliveries a filter lets through, newest first, kept as they are in main. */
export function useDeliveryList(filter: OutboxFilter): PagedList<Delivery> {
  const { client } = useServices();
  const feed = useOutbox();
  const asked = JSON.stringify(filter);
  const rows = useMemo(
    () =>
      new PagedRows<Delivery>(
        async (offset, limit) => {
          const { deliveries, total } = await client.call('outbox.list', {
            filter: JSON.parse(asked) as OutboxFilter,
            offset,
            limit,
          });
          return { rows: deliveries, total };
        },
        ({ id }) => id,
      ),
    [client, asked],
  );
  useEffect(() => {
    let timer: number | null = null;
    const stop = feed.onChange(({ deliveries }) => {
      rows.change(deliveries);
      timer ??= window.setTimeout(() => {
        timer = null;
        void rows.refresh();
      }, rereadMs);
    });
    return () => {
      stop();
      if (timer !== null) window.clearTimeout(timer);
    };
  }, [feed, rows]);
  return usePagedList(rows);
}
