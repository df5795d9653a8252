import { timelineWords } from '../../app/i18n/timeline-words';
import type { TimelineEntry } from '../../app/outbox/timeline';
import { useTexts } from '../language';
import styles from './timeline.module.css';

/** What happened to one delivery, oldest first, each with its time. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const { t, formats } = useTexts();
  return (
    <ol className={styles.timeline}>
      {entries.map((entry, index) => {
        const before = entries[index - 1];
        const isNewDay = before === undefined || formats.day(before.at) !== formats.day(entry.at);
        const isNewAttempt = (entry.attempt ?? 0) > Math.max(1, before?.attempt ?? 1);
        return (
          <li key={`${entry.at}-${index}`} className={styles.entry} data-kind={entry.event.kind}>
            {isNewDay && <p className={styles.day}>{formats.day(entry.at)}</p>}
            {isNewAttempt && <p className={styles.day}>{t('outbox.attempt', { n: entry.attempt ?? 1 })}</p>}
            <time dateTime={new Date(entry.at).toISOString()}>{formats.time(entry.at)}</time>
            <span>{timelineWords(t, entry.event, formats.soon, before?.event)}</span>
          </li>
        );
      })}
    </ol>
  );
}
