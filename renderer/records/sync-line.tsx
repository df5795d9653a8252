import { memo } from 'react';
import { failureSentence, type Translate } from '../../app/i18n/translate';
import type { SyncStatus } from '../../app/history/sync-status';
import { useTexts } from '../language';
import type { Formats } from '../ui/formats';
import { IconButton } from '../ui/button';
import { RefreshIcon } from '../ui/icons';
import { Notice } from '../ui/notice';
import { Progress } from '../ui/progress';
import styles from './records-screen.module.css';
import { useSync } from './use-sync';

/** How far the records are read from the service, in a line. */
export const SyncLine = memo(function SyncLine() {
  const { t, formats } = useTexts();
  const { status, look } = useSync();
  const isReading = status?.state.kind === 'reading';
  const words = status === null || isFailing(status) ? '' : wordsOf(status, t, formats);
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
  return <Notice tone="bad">{wordsOf(status, t, formats)}</Notice>;
});

const isFailing = ({ state }: SyncStatus): boolean => state.kind === 'stopped' || state.kind === 'waiting';

function wordsOf(
  { state, progress, recordCount, lastReadAt, unusableEntries }: SyncStatus,
  t: Translate,
  formats: Formats,
): string {
  switch (state.kind) {
    case 'reading':
      return t('history.sync.reading', { percent: Math.floor(progress * 100) });
    case 'waiting':
      return t('history.sync.waiting', { why: failureSentence(t, state.failure) });
    case 'stopped':
      return t('history.sync.stopped', { why: failureSentence(t, state.failure) });
    case 'idle': {
      const n = formats.number(recordCount);
      const read =
        lastReadAt === null
          ? t('history.sync.never', { n })
          : t('history.sync.upToDate', { n, at: formats.moment(lastReadAt) });
      return unusableEntries === 0 ? read : `${read} · ${t('history.sync.unusable', { n: unusableEntries })}`;
    }
  }
}
