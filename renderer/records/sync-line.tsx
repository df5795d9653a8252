import { memo } from 'react';
import { useTexts } from '../language';
import { IconButton } from '../ui/button';
import { RefreshIcon } from '../ui/icons';
import { Notice } from '../ui/notice';
import { Progress } from '../ui/progress';
import styles from './records-screen.module.css';
import { isFailing, syncWords } from './sync-words';
import { useSync } from './use-sync';

/** How far the records are read from the service, in a line. */
export const SyncLine = memo(function SyncLine() {
  const { t, formats } = useTexts();
  const { status, look } = useSync();
  const isReading = status?.state.kind === 'reading';
  const words = status === null || isFailing(status) ? '' : syncWords(status, t, formats);
  return (
    <>
      <p className={styles.sync} role="status" title={words}>
        {words}
      </p>
      {isReading && (
        <div className={styles.syncing}>
          <Progress label={words} share={status.progress} />
        </div>
      )}
      <IconButton icon={RefreshIcon} label={t('history.sync.look')} disabled={isReading} onClick={look} />
    </>
  );
});

/** Why no records come, whole. */
export const SyncProblem = memo(function SyncProblem() {
  const { t, formats } = useTexts();
  const { status } = useSync();
  if (status === null || !isFailing(status)) return null;
  return <Notice tone="bad">{syncWords(status, t, formats)}</Notice>;
});
