import { memo, useState } from 'react';
import { failureSentence } from '../../app/i18n/translate';
import type { HistoryRecord } from '../../app/history/record';
import { useDisplayNumber } from '../compose/use-phone';
import { useTexts } from '../language';
import { useServices } from '../services';
import { Button } from '../ui/button';
import { Select } from '../ui/field';
import type { PagedList } from '../ui/list/use-paged-rows';
import { VirtualList } from '../ui/list/virtual-list';
import { Notice } from '../ui/notice';
import { Empty } from '../ui/screen';
import { useViewer } from '../viewer/viewed';
import { ChosenBar } from './chosen-bar';
import { FilterBar, type Tab } from './filter-bar';
import { Overview } from './overview';
import { ColumnHeads, RecordRow, rowHeightPx } from './record-row';
import styles from './records-screen.module.css';
import { SyncLine, SyncProblem } from './sync-line';
import { useRecords } from './use-records';
import { useWarmPress } from '../viewer/use-warm-press';
import { isWhole, questionOf, type RecordsView, sortedBy, wholeHistory } from './view';

interface Said {
  readonly tone: 'good' | 'bad';
  readonly text: string;
}

/** The records on this computer: lists, search and overview. Nothing here waits for the network. */
export default function RecordsScreen() {
  const { t } = useTexts();
  const [view, setView] = useState(wholeHistory);
  const [tab, setTab] = useState<Tab>('list');
  const [said, setSaid] = useState<Said | null>(null);
  const list = useRecords(view);
  useWarmPress();
  const chosen = [...list.selection.keys];
  const chooseNone = (): void => list.onGesture({ kind: 'none' });
  return (
    <section className={styles.screen} aria-label={t('ui.nav.records')}>
      <header className={styles.bar}>
        <h1>{t('ui.nav.records')}</h1>
        <SyncLine />
        <Exporting view={view} onSaid={setSaid} />
      </header>
      <FilterBar view={view} onView={setView} tab={tab} onTab={setTab} />
      <div className={styles.notices}>
        <SyncProblem />
        {said && (
          <Notice tone={said.tone} onDismiss={() => setSaid(null)}>
            {said.text}
          </Notice>
        )}
      </div>
      {tab === 'overview' ? <Overview view={view} /> : <Records list={list} view={view} onView={setView} />}
      {/* Below the list, so that no row moves between the two clicks of a double click. */}
      {tab === 'list' && chosen.length > 0 && (
        <ChosenBar callUuids={chosen} list={list} onNone={chooseNone} onSaid={setSaid} />
      )}
    </section>
  );
}

interface RecordsProps {
  list: PagedList<HistoryRecord>;
  view: RecordsView;
  onView: (view: RecordsView) => void;
}

function Records({ list, view, onView }: RecordsProps) {
  const { t, formats } = useTexts();
  const display = useDisplayNumber();
  const viewer = useViewer();
  const { rows, total, selection, isSelected, isLoaded, onGesture, onRange } = list;
  if (total === null) return <Empty title={t('ui.common.loading')} />;
  if (total === 0 && isWhole(view)) {
    return (
      <Empty title={t('history.emptyTitle')}>
        <p>{t('history.emptyText')}</p>
      </Empty>
    );
  }
  if (total === 0) {
    return (
      <Empty title={t('history.nothingFound')}>
        <Button onClick={() => onView({ ...wholeHistory, sort: view.sort })}>{t('history.clear')}</Button>
      </Empty>
    );
  }
  const open = (index: number): void => {
    const record = rows.at(index);
    if (record) viewer.view({ kind: 'record', record });
  };
  return (
    <div className={styles.list}>
      <ColumnHeads sort={view.sort} onSort={(by) => onView({ ...view, sort: sortedBy(view.sort, by) })} />
      <VirtualList
        label={t('history.list', { n: formats.number(total) })}
        count={total}
        rowHeightPx={rowHeightPx}
        {...{ selection, isSelected, isLoaded, onGesture, onRange }}
        onOpen={open}
        className={styles.rows}
      >
        {(index) => {
          const record = rows.at(index);
          return record && <RecordRow record={record} display={display} />;
        }}
      </VirtualList>
    </div>
  );
}

/** Writes the list as it is shown, whole, into a file. */
const Exporting = memo(function Exporting({ view, onSaid }: { view: RecordsView; onSaid: (said: Said) => void }) {
  const { t, formats } = useTexts();
  const { client } = useServices();
  const [busy, setBusy] = useState(false);
  const exportAs = (format: 'csv' | 'json'): void => {
    setBusy(true);
    void client
      .call('records.export', { question: questionOf(view), sort: view.sort, format })
      .then((result) => {
        if (!result.ok) onSaid({ tone: 'bad', text: failureSentence(t, result.failure) });
        else if (result.value.path !== null) {
          const { path, count } = result.value;
          onSaid({ tone: 'good', text: t('history.exported', { n: formats.number(count), path }) });
        }
      })
      .finally(() => setBusy(false));
  };
  return (
    <Select
      className={styles.export}
      aria-label={t('history.export')}
      value=""
      disabled={busy}
      onChange={({ target }) => {
        if (target.value === 'csv' || target.value === 'json') exportAs(target.value);
      }}
    >
      <option value="" hidden>
        {t('history.export')}
      </option>
      <option value="csv">{t('history.exports.csv')}</option>
      <option value="json">{t('history.exports.json')}</option>
    </Select>
  );
});
