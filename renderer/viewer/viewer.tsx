import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { failureSentence } from '../../app/i18n/translate';
import { useTexts } from '../language';
import { useServices } from '../services';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Empty } from '../ui/screen';
import { Bar } from './bar';
import { isForFields, isTyping, type ViewerCommand, viewerKey } from './keys';
import { Print } from './print';
import { Sheets, type SheetsHandle } from './sheets';
import { SidePanel } from './side-panel';
import { Thumbnails } from './thumbnails';
import { useDeeds } from './use-deeds';
import type { ViewedDocument } from './openings';
import { useDocument } from './use-document';
import { useTurns } from './use-turns';
import type { Viewed } from './viewed';
import styles from './viewer.module.css';
import { stepFrom, type Zoom } from './zoom';

export interface ViewerProps {
  viewed: Viewed;
  onClose: () => void;
}

/** A document, over the list it was opened from. */
export default function Viewer({ viewed, onClose }: ViewerProps) {
  const { t } = useTexts();
  const { loading, retry } = useDocument(viewed);
  useMarkRead(viewed);
  if (loading.kind === 'loaded') return <Opened viewed={viewed} document={loading.document} onClose={onClose} />;
  return (
    <section className={styles.viewer} aria-label={t('viewer.label')}>
      <Bar viewed={viewed} onClose={onClose} />
      <div className={styles.notices} />
      <div className={styles.body}>
        <div className={styles.empty}>
          {loading.kind === 'loading' ? (
            <Empty title={t('viewer.loading')} />
          ) : (
            <Empty title={t('viewer.failedTitle')}>
              <p>{failureSentence(t, loading.failure)}</p>
              <Button onClick={retry}>{t('ui.common.retry')}</Button>
            </Empty>
          )}
        </div>
        <SidePanel viewed={viewed} />
      </div>
    </section>
  );
}

/** Whoever opens a fax has read it. */
function useMarkRead(viewed: Viewed): void {
  const { client } = useServices();
  const callUuid = viewed.kind === 'record' && viewed.record.isUnread ? viewed.record.callUuid : null;
  useEffect(() => {
    if (callUuid !== null) void client.call('records.markRead', { callUuids: [callUuid], isRead: true });
  }, [client, callUuid]);
}

interface OpenedProps extends ViewerProps {
  document: ViewedDocument;
}

function Opened({ viewed, document, onClose }: OpenedProps) {
  const { t } = useTexts();
  const [zoom, setZoom] = useState<Zoom>('width');
  const [page, setPage] = useState(1);
  const [printing, setPrinting] = useState(false);
  const { isDrawn, noteDrawn } = useDrawn();
  const sheets = useRef<SheetsHandle>(null);
  const { turnOf, turn } = useTurns(viewed);
  const { busy, said, say, save, copy, forward, reply, saveProof } = useDeeds(viewed, document, turnOf);
  const show = useCallback((to: number) => sheets.current?.showPage(to), []);
  const step = (by: 1 | -1): void => setZoom(stepFrom(sheets.current?.factor() ?? 1, by));
  const commands: Readonly<Record<ViewerCommand, () => void>> = {
    close: onClose,
    zoomIn: () => step(1),
    zoomOut: () => step(-1),
    fitPage: () => setZoom('page'),
    fitWidth: () => setZoom('width'),
    actual: () => setZoom(1),
    rotateLeft: () => turn(page, 270),
    rotateRight: () => turn(page, 90),
    print: () => setPrinting(true),
    save: () => save('pdf'),
    copy: () => copy(page),
  };
  const obey = (command: ViewerCommand): void => commands[command]();
  useKeys(obey);
  const deeds = { save, forward, reply, saveProof };
  return (
    <section className={styles.viewer} aria-label={t('viewer.label')}>
      <Bar
        viewed={viewed}
        onClose={onClose}
        opened={{ ...{ page, zoom, busy, deeds, onCommand: obey }, pages: document.pageCount }}
      />
      <div className={styles.notices}>
        {printing && <Notice tone="info">{t('viewer.printing')}</Notice>}
        {said && (
          <Notice tone={said.tone} onDismiss={() => say(null)}>
            {said.text}
          </Notice>
        )}
      </div>
      <div className={styles.body}>
        {document.pageCount > 1 && (
          <Thumbnails
            file={document.file}
            pageCount={document.pageCount}
            isWaiting={!isDrawn}
            turnOf={turnOf}
            current={page}
            onShow={show}
          />
        )}
        <Sheets
          file={document.file}
          pageCount={document.pageCount}
          isFirstDrawn={isDrawn}
          turnOf={turnOf}
          zoom={zoom}
          onZoom={setZoom}
          onPage={setPage}
          onDrawn={noteDrawn}
          handle={sheets}
        />
        <SidePanel viewed={viewed} />
      </div>
      {printing && (
        <Print
          document={document}
          turnOf={turnOf}
          onEnd={(outcome) => {
            setPrinting(false);
            if (!outcome.ok) say({ tone: 'bad', text: failureSentence(t, outcome.failure) });
            else if (outcome.value === 'failed') say({ tone: 'bad', text: t('viewer.printFailed') });
          }}
        />
      )}
    </section>
  );
}

/** The longest that thumbnails wait for a moment in which nothing else goes on. */
const THUMBNAILS_WAIT_MS = 500;

/** Whether the first page is on the screen; what is drawn after it waits until the window has shown it. */
function useDrawn(): { isDrawn: boolean; noteDrawn: () => void } {
  const [isDrawn, setDrawn] = useState(false);
  const noteDrawn = useCallback(
    () => void requestIdleCallback(() => setDrawn(true), { timeout: THUMBNAILS_WAIT_MS }),
    [],
  );
  return { isDrawn, noteDrawn };
}

function useKeys(obey: (command: ViewerCommand) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    const command = viewerKey(event);
    if (
      command === null ||
      (isTyping() && !isForFields(command)) ||
      window.document.querySelector('dialog[open]') !== null
    )
      return;
    event.preventDefault();
    obey(command);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
