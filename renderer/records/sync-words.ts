import type { SyncStatus } from '../../app/history/sync-status';
import { failureSentence, type Translate } from '../../app/i18n/translate';
import type { Formats } from '../ui/formats';

export const isFailing = ({ state }: SyncStatus): boolean => state.kind === 'stopped' || state.kind === 'waiting';

/** How far the records are read, or why none come. */
export function syncWords(
  { state, progress, recordCount, lastReadAt, unusableEntries, unreadSpans }: SyncStatus,
  t: Translate,
  formats: Pick<Formats, 'number' | 'moment'>,
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
      const unusable = unusableEntries > 0 ? [t('history.sync.unusable', { n: unusableEntries })] : [];
      const incomplete = unreadSpans > 0 ? [t('history.sync.incomplete', { n: unreadSpans })] : [];
      return [read, ...unusable, ...incomplete].join(' · ');
    }
  }
}
