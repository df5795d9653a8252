import { useEffect, useEffectEvent, useState } from 'react';
import type { OutboxAsked } from '../../app/contract';
import type { Delivery } from '../../app/outbox/delivery';
import { useDisplayNumber } from '../compose/use-phone';
import { useTexts } from '../language';
import { useServices } from '../services';
import { Button } from '../ui/button';
import type { PagedList } from '../ui/list/use-paged-rows';
import { useViewer } from '../viewer/viewed';
import { useWarmPress } from '../viewer/use-warm-press';
import { noSelection } from '../ui/list/selection';
import { useFocusKept } from '../ui/use-focus-kept';
import { VirtualList } from '../ui/list/virtual-list';
import { Empty } from '../ui/screen';
import { BulkPanel } from './bulk-panel';
import { DeliveryDetail } from './delivery-detail';
import { DeliveryRow, rowHeightPx } from './delivery-row';
import { FilterBar } from './filter-bar';
import { filterOf, isWhole, type OutboxView, viewOf, wholeOutbox } from './filters';
import styles from './outbox-screen.module.css';
import { BarredBanner, PauseButton, PausedBanner } from './pausing';
import { useDeliveryList } from './use-delivery-list';
import { useOutboxAsked } from './use-outbox';

/** All deliveries of this computer, newest first: which, one of them in detail, and what can be done. */
export default function OutboxScreen() {
  const { t } = useTexts();
  useWarmPress();
  const [view, setView] = useState(wholeOutbox);
  const list = useDeliveryList(filterOf(view));
  const display = useDisplayNumber();
  useAsked(list, setView);
  const close = (): void => list.onGesture({ kind: 'none' });
  const selected = list.rows.rowsOf(list.selection.keys);
  const [only] = selected;
  const area = useFocusKept<HTMLElement>();
  return (
    <section ref={area} className={styles.screen} aria-label={t('ui.nav.outbox')} tabIndex={-1}>
      <header className={styles.bar}>
        <h1>{t('ui.nav.outbox')}</h1>
        <PauseButton />
      </header>
      <FilterBar view={view} onView={setView} />
      <div className={styles.banner}>
        <BarredBanner />
        <PausedBanner />
      </div>
      <div className={styles.body} data-split={selected.length > 0 || undefined}>
        <Deliveries list={list} display={display} view={view} onWhole={() => setView(wholeOutbox)} />
        {selected.length > 1 && <BulkPanel deliveries={selected} onClose={close} />}
        {selected.length === 1 && only && (
          <DeliveryDetail key={only.id} delivery={only} display={display} onClose={close} />
        )}
      </div>
    </section>
  );
}

interface DeliveriesProps {
  list: PagedList<Delivery>;
  display: (digits: string) => string;
  view: OutboxView;
  onWhole: () => void;
}

function Deliveries({ list, display, view, onWhole }: DeliveriesProps) {
  const { t, formats } = useTexts();
  const { view: viewDocument } = useViewer();
  const { rows, total, selection, isSelected, isLoaded, onGesture, onRange } = list;
  const open = (index: number): void => {
    const delivery = rows.at(index);
    if (delivery !== undefined) viewDocument({ kind: 'delivery', delivery });
  };
  if (total === null) return <Empty title={t('ui.common.loading')} />;
  if (total > 0) {
    return (
      <div className={styles.list}>
        <VirtualList
          label={t('outbox.list', { n: formats.number(total) })}
          count={total}
          rowHeightPx={rowHeightPx}
          selection={selection}
          isSelected={isSelected}
          isLoaded={isLoaded}
          onGesture={onGesture}
          onOpen={open}
          onRange={onRange}
          className={styles.rows}
        >
          {(index) => {
            const delivery = rows.at(index);
            return delivery && <DeliveryRow delivery={delivery} display={display} />;
          }}
        </VirtualList>
      </div>
    );
  }
  if (isWhole(view)) {
    return (
      <Empty title={t('ui.outbox.emptyTitle')}>
        <p>{t('ui.outbox.emptyText')}</p>
      </Empty>
    );
  }
  return (
    <Empty title={t('outbox.nothingFound')}>
      <Button onClick={onWhole}>{t('outbox.clearFilter')}</Button>
    </Empty>
  );
}

/** Shows what a notification led to: a list, or one delivery in detail. */
function useAsked(list: PagedList<Delivery>, setView: (view: OutboxView) => void): void {
  const { client } = useServices();
  const asked = useOutboxAsked();
  const show = useEffectEvent((given: OutboxAsked) => {
    setView(viewOf(given));
    if (given.kind === 'list') return;
    const filter = { ids: [given.deliveryId] };
    void client.call('outbox.list', { filter, offset: 0, limit: 1 }).then(({ deliveries }) => {
      list.rows.know(deliveries);
      list.setSelection({ ...noSelection, keys: new Set([given.deliveryId]) });
    });
  });
  useEffect(() => {
    if (asked !== null) show(asked);
  }, [asked]);
}
