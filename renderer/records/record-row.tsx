import { memo } from 'react';
import { recordResultWords } from '../../app/i18n/record-result';
import type { HistoryRecord } from '../../app/history/record';
import type { RecordSort } from '../../app/history/question';
import { classNames } from '../ui/class-names';
import { useTexts } from '../language';
import { DoneIcon, ErrorIcon, InboundIcon, InternalIcon, OutboundIcon, QuestionIcon } from '../ui/icons';
import styles from './record-row.module.css';

export const rowHeightPx = 40;

interface RecordRowProps {
  record: HistoryRecord;
  display: (digits: string) => string;
}

const signs = { inbound: InboundIcon, outbound: OutboundIcon, internal: InternalIcon };

/** One record in the list. */
export const RecordRow = memo(function RecordRow({ record, display }: RecordRowProps) {
  const { t, formats } = useTexts();
  const { direction, isUnread, durationSeconds, success } = record;
  // Called, not made elements of: another sign then takes over the element, too.
  const sign = direction === null ? QuestionIcon({}) : signs[direction]({});
  const end = success ? DoneIcon({}) : ErrorIcon({});
  return (
    <div className={classNames(styles.row, isUnread && styles.unread)}>
      <span className={styles.mark}>
        {isUnread && <span className="visuallyHidden">{t('history.unreadMark')}</span>}
      </span>
      <span className={styles.direction} role="img" aria-label={t(`ui.records.directions.${direction ?? 'unknown'}`)}>
        {sign}
      </span>
      <span>{record.startStamp === '' ? '—' : formats.stamp(record.startStamp)}</span>
      <Party number={record.sender} name={record.senderName} display={display} />
      <Party number={record.recipient} name={record.recipientName} display={display} />
      <span className={styles.header}>{record.header}</span>
      <span className={styles.number}>{record.pagesCount.replace(/\s/g, '')}</span>
      <span className={classNames(styles.number, styles.duration)}>
        {durationSeconds === null ? '—' : formats.seconds(durationSeconds)}
      </span>
      <span className={styles.result} data-tone={success ? 'good' : 'bad'} title={record.result || undefined}>
        {end}
        <span>
          {recordResultWords(t, record.result) || t(success ? 'ui.records.succeeded' : 'ui.records.notSucceeded')}
        </span>
      </span>
    </div>
  );
});

interface PartyProps {
  number: string;
  name: string | null;
  display: (digits: string) => string;
}

const Party = ({ number, name, display }: PartyProps) => (
  <span title={name === null ? undefined : `${name} · ${display(number)}`}>{name ?? display(number)}</span>
);

const columns: readonly (readonly [RecordSort['by'], string | undefined])[] = [
  ['start', undefined],
  ['sender', undefined],
  ['recipient', undefined],
  ['header', styles.header],
  ['pages', styles.number],
  ['duration', classNames(styles.number, styles.duration)],
  ['result', undefined],
];

/** The columns' names, to sort by. */
export function ColumnHeads({ sort, onSort }: { sort: RecordSort; onSort: (by: RecordSort['by']) => void }) {
  const { t } = useTexts();
  return (
    <div className={classNames(styles.row, styles.heads)}>
      <span />
      <span />
      {columns.map(([by, className]) => {
        const column = t(`ui.records.${by}`);
        const isSorted = sort.by === by;
        const words = t(isSorted ? (sort.descending ? 'history.sortedDown' : 'history.sortedUp') : 'history.sortBy', {
          column,
        });
        return (
          <button
            key={by}
            type="button"
            className={className}
            aria-label={words}
            title={words}
            onClick={() => onSort(by)}
          >
            {column}
            {isSorted && <span aria-hidden="true">{sort.descending ? ' ↓' : ' ↑'}</span>}
          </button>
        );
      })}
    </div>
  );
}
