import { failureSentence, type Translate } from '../../app/i18n/translate';
import type { SyncStatus } from '../../app/history/sync-status';
import { useTexts } from '../language';
import type { Formats } from '../ui/formats';
import { IconButton } from '../ui/button';
import { RefreshIcon } from '../ui/icons';
import { Progress } from '../ui/progress';
import styles from './records-screen.module.css';
import { useSync } from './use-sync';

/** How far the records are read from the service, in a line. */
export function SyncLine() {
  const { t, formats } = useTexts();
  const { status, look } = useSync();
  const isReading = status?.state.kind === 'reading';
  const isBad = status?.state.kind === 'stopped' || status?.state.kind === 'waiting';
  const words = status === null ? '' : wordsOf(status, t, formats);
  return (
    <>
      <p className={styles.sync} role="status" data-tone={isBad ? 'bad' : undefined} title={words}>
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
}

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
