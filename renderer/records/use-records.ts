import { useEffect, useMemo } from 'react';
import type { HistoryRecord } from '../../app/history/record';
import { prepareNumbers } from '../compose/use-phone';
import { useServices } from '../services';
import { PagedRows } from '../ui/list/paged-rows';
import type { ListGesture } from '../ui/list/selection';
import { type PagedList, usePagedList } from '../ui/list/use-paged-rows';
import { questionOf, type RecordsView } from './view';

/** Many changes in a row are shown at once; the list is read again no more often. */
const rereadMs = 250;

/** The records a view lets through, from this computer alone, kept as they are in main. */
export function useRecords(view: RecordsView): PagedList<HistoryRecord> {
  const { client } = useServices();
  const asked = JSON.stringify({ question: questionOf(view), sort: view.sort });
  const rows = useMemo(
    () =>
      new PagedRows<HistoryRecord>(
        async (offset, limit) => {
          const wanted = JSON.parse(asked) as Pick<
            Parameters<typeof client.call<'records.search'>>[1],
            'question' | 'sort'
          >;
          const { records, total } = await client.call('records.search', { ...wanted, slice: { offset, limit } });
          prepareNumbers(records.flatMap(({ sender, recipient }) => [sender, recipient]));
          return { rows: records, total };
        },
        ({ callUuid }) => callUuid,
      ),
    [client, asked],
  );
  useEffect(() => {
    let timer: number | null = null;
    const stop = client.on('recordsChanged', () => {
      timer ??= window.setTimeout(() => {
        timer = null;
        void rows.refresh();
      }, rereadMs);
    });
    return () => {
      stop();
      if (timer !== null) window.clearTimeout(timer);
    };
  }, [client, rows]);
  const list = usePagedList(rows);
  // All are selected by their ids alone: a hundred thousand records need not come here for that.
  const onGesture = (gesture: ListGesture): void => {
    if (gesture.kind !== 'all') {
      list.onGesture(gesture);
      return;
    }
    void client
      .call('records.searchIds', { question: questionOf(view), sort: view.sort })
      .then((ids) => list.setSelection({ ...list.selection, keys: new Set(ids) }));
  };
  return { ...list, onGesture };
}
