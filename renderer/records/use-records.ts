import { useEffect, useMemo } from 'react';
import type { CallInput } from '../../app/contract';
import type { HistoryRecord } from '../../app/history/record';
import { prepareNumbers } from '../compose/use-phone';
import { useServices } from '../services';
import { PagedRows } from '../ui/list/paged-rows';
import { type PagedList, usePagedList } from '../ui/list/use-paged-rows';
import { questionOf, type RecordsView } from './view';

/** Many changes in a row are shown at once; the list is read again no more often. */
const rereadMs = 250;

const wantedOf = (asked: string): CallInput<'records.searchIds'> => JSON.parse(asked) as CallInput<'records.searchIds'>;

/** The records a view lets through, from this computer alone, kept as they are in main. */
export function useRecords(view: RecordsView): PagedList<HistoryRecord> {
  const { client } = useServices();
  const asked = JSON.stringify({ question: questionOf(view), sort: view.sort });
  const rows = useMemo(
    () =>
      new PagedRows<HistoryRecord>(
        async (offset, limit) => {
          const slice = { offset, limit };
          const { records, total } = await client.call('records.search', { ...wantedOf(asked), slice });
          prepareNumbers(records.flatMap(({ sender, recipient }) => [sender, recipient]));
          return { rows: records, total };
        },
        ({ callUuid }) => callUuid,
        // Many are selected by their ids alone: a hundred thousand records need not come here for that.
        () => client.call('records.searchIds', wantedOf(asked)),
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
  return usePagedList(rows);
}
