import { useState, useSyncExternalStore } from 'react';
import { lineSeconds } from '../../app/fax/line-time';
import { useTexts } from '../language';
import { Button, IconButton } from '../ui/button';
import { CropIcon, NextIcon, PreviousIcon } from '../ui/icons';
import { Segmented } from '../ui/segmented';
import { useFocusKept } from '../ui/use-focus-kept';
import { CropEditor } from './crop-editor';
import { Making } from './making';
import { PageWarnings } from './page-warnings';
import type { FaxPage } from './press';
import styles from './preview.module.css';
import { Sheet, type Zoom } from './sheet';
import { HeaderLine } from './header-line';
import { type ComposeModel, useCompose } from './use-compose';

/** The page exactly as it will leave: its very bits. Or, to be cut, the source it is made of. */
export default function Preview() {
  const { t } = useTexts();
  const compose = useCompose();
  const [croppedId, setCroppedId] = useState<string | null>(null);
  const { state } = compose;
  const page = state.pages.now.find(({ id }) => id === state.shown);
  const locked = state.phase.kind !== 'editing';
  const area = useFocusKept<HTMLElement>();
  return (
    <section ref={area} className={styles.preview} aria-label={t('ui.compose.preview')}>
      {page && croppedId === page.id && !locked ? (
        <CropEditor key={page.id} page={page} compose={compose} onEnd={() => setCroppedId(null)} />
      ) : (
        <PageView compose={compose} onCrop={page && !locked ? () => setCroppedId(page.id) : null} />
      )}
    </section>
  );
}

function PageView({ compose, onCrop }: { compose: ComposeModel; onCrop: (() => void) | null }) {
  const { t } = useTexts();
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [asStandard, setAsStandard] = useState(false);
  const faxPage = useCurrentFaxPage(compose);
  const squashed = asStandard && faxPage?.resolution === 'fine';
  const zooms = [
    { value: 'fit' as const, label: t('ui.compose.zoomFit') },
    { value: 'actual' as const, label: t('ui.compose.zoomActual') },
  ];
  return (
    <>
      <div className={styles.desk}>
        {faxPage ? (
          <Sheet page={faxPage} squashed={squashed} zoom={zoom} header={<HeaderLine compose={compose} />} />
        ) : (
          <Making />
        )}
      </div>
      <PageWarnings faxPage={faxPage} compose={compose} />
      <div className={styles.bar}>
        <Turner compose={compose} />
        <Button data-focus-kept look="quiet" icon={CropIcon} disabled={onCrop === null} onClick={onCrop ?? undefined}>
          {t('ui.compose.crop')}
        </Button>
        <PageFacts faxPage={faxPage} />
        <div className={styles.views}>
          <label className={styles.toggle} title={t('ui.compose.asStandardHint')}>
            <input
              type="checkbox"
              checked={asStandard || faxPage?.resolution === 'standard'}
              disabled={faxPage?.resolution !== 'fine'}
              onChange={({ target }) => setAsStandard(target.checked)}
            />
            {t('ui.compose.asStandard')}
          </label>
          <Segmented label={t('ui.compose.zoom')} hiddenLabel value={zoom} options={zooms} onChange={setZoom} />
        </div>
      </div>
    </>
  );
}

/** How long this page takes on the line, and its bytes there. */
function PageFacts({ faxPage }: { faxPage: FaxPage | null }) {
  const { t, formats } = useTexts();
  if (!faxPage) return <span />;
  const time = formats.seconds(lineSeconds(faxPage.t6.length));
  return (
    <span className={styles.facts} title={t('ui.compose.pageFactsHint')}>
      {t('ui.compose.pageFacts', { time, size: formats.bytes(faxPage.t6.length) })}
    </span>
  );
}

function useCurrentFaxPage({ state, choices, presses }: ComposeModel): FaxPage | null {
  useSyncExternalStore(presses.subscribe, presses.version);
  const page = state.pages.now.find(({ id }) => id === state.shown);
  const result = page && presses.peek(page, choices);
  return result?.ok ? result.value : null;
}

/** Previous, next, and where we are. */
function Turner({ compose: { state, dispatch } }: { compose: ComposeModel }) {
  const { t } = useTexts();
  const pages = state.pages.now;
  const index = pages.findIndex(({ id }) => id === state.shown);
  const show = (to: number): void => {
    const page = pages[to];
    if (page) dispatch({ kind: 'selected', ids: new Set([page.id]) });
  };
  return (
    <div className={styles.turner}>
      <IconButton
        icon={PreviousIcon}
        label={t('ui.compose.previousPage')}
        disabled={index <= 0}
        onClick={() => show(index - 1)}
      />
      <span className={styles.place} aria-live="polite">
        {t('ui.compose.pagePlace', { n: index + 1, total: pages.length })}
      </span>
      <IconButton
        icon={NextIcon}
        label={t('ui.compose.nextPage')}
        disabled={index < 0 || index >= pages.length - 1}
        onClick={() => show(index + 1)}
      />
    </div>
  );
}
