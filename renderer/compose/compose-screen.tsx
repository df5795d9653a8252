import { lazy, Suspense } from 'react';
import { useTexts } from '../language';
import { Preview } from './apart';
import { ComposeBar } from './compose-bar';
import styles from './compose-screen.module.css';
import { Details } from './details';
import { DropInvitation } from './drop-invitation';
import { FileNotices } from './file-notices';
import { MakingDialog } from './making-dialog';
import { PagesColumn } from './pages-column';
import { RestoredNotice } from './restored-notice';
import { useCompose } from './use-compose';

const QuestionDialog = lazy(() =>
  import('./question-dialog').then(({ QuestionDialog }) => ({ default: QuestionDialog })),
);
const SentPanel = lazy(() => import('./sent-panel'));

/** The send window: pages, preview, and to whom. */
export function ComposeScreen() {
  const { t } = useTexts();
  const { state, asked } = useCompose();
  const sent = state.phase.kind === 'sent' ? state.phase : null;
  return (
    <section className={styles.screen} aria-label={t('ui.nav.compose')}>
      <ComposeBar />
      <RestoredNotice />
      <FileNotices />
      <div className={styles.columns}>
        {state.pages.now.length === 0 ? (
          <DropInvitation />
        ) : (
          <>
            <PagesColumn />
            <Suspense fallback={<div className={styles.desk} />}>
              <Preview />
            </Suspense>
          </>
        )}
        <aside className={styles.details}>
          {sent ? (
            <Suspense fallback={null}>
              <SentPanel faxId={sent.faxId} />
            </Suspense>
          ) : (
            <Details />
          )}
        </aside>
      </div>
      <MakingDialog />
      {asked && (
        <Suspense fallback={null}>
          <QuestionDialog asked={asked} />
        </Suspense>
      )}
    </section>
  );
}
