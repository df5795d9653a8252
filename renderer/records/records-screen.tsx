import { useCallback, useState } from 'react';
import type { PageRequest, RecordFilter } from '../../app/api/entities';
import { useTexts } from '../language';
import { useServices } from '../services';
import { Button } from '../ui/button';
import { RefreshIcon } from '../ui/icons';
import { Notice } from '../ui/notice';
import { Screen } from '../ui/screen';
import { FilterBar } from './filter-bar';
import { ListingFrame } from './listing';
import { Pager } from './pager';
import { RecordsTable } from './records-table';
import { useDocuments } from './use-documents';
import { shownOf, useListing } from './use-listing';

interface Question {
  readonly filter: RecordFilter;
  readonly page: PageRequest;
}

/** The service's fax records, with every filter it has. */
export default function RecordsScreen() {
  const { t } = useTexts();
  const { client } = useServices();
  const [question, setQuestion] = useState<Question>({ filter: {}, page: { limit: 25, page: 1 } });
  const ask = useCallback(() => client.call('records.list', question), [client, question]);
  const { listing, refresh } = useListing(ask);
  const documents = useDocuments();
  const shown = shownOf(listing);
  const records = shown?.records ?? [];
  const refreshing = (
    <Button icon={RefreshIcon} busy={listing.kind === 'loading'} onClick={refresh}>
      {t('ui.common.refresh')}
    </Button>
  );
  return (
    <Screen title={t('ui.nav.records')} actions={refreshing}>
      <FilterBar onFilter={(filter) => setQuestion(({ page }) => ({ filter, page: { ...page, page: 1 } }))} />
      {documents.said && (
        <Notice tone={documents.said.tone} onDismiss={documents.dismiss}>
          {documents.said.text}
        </Notice>
      )}
      <ListingFrame listing={listing} empty={records.length === 0} emptyTitle={t('ui.records.empty')} onRetry={refresh}>
        <RecordsTable records={records} documents={documents} />
      </ListingFrame>
      {records.length > 0 && (
        <Pager
          request={question.page}
          pagination={shown?.pagination ?? null}
          onChange={(page) => setQuestion(({ filter }) => ({ filter, page }))}
        />
      )}
    </Screen>
  );
}
