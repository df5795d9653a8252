import type { FaxRecord } from '../../app/api/entities';
import { useDisplayNumber } from '../compose/use-phone';
import { useTexts } from '../language';
import { IconButton } from '../ui/button';
import { DoneIcon, DownloadIcon, ErrorIcon, InboundIcon, InternalIcon, OpenIcon, OutboundIcon } from '../ui/icons';
import styles from './listing.module.css';
import type { Documents } from './use-documents';

const columns = ['direction', 'start', 'sender', 'recipient', 'result', 'pages', 'duration', 'rate', 'header'] as const;
const numeric: ReadonlySet<string> = new Set(['pages', 'duration', 'rate']);

interface RecordsTableProps {
  records: readonly FaxRecord[];
  documents: Documents;
}

export function RecordsTable({ records, documents }: RecordsTableProps) {
  const { t } = useTexts();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={numeric.has(column) ? styles.number : undefined}>
              {t(`ui.records.${column}`)}
            </th>
          ))}
          <th scope="col" className={styles.stuck}>
            <span className="visuallyHidden">{t('ui.records.document')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <Row key={record.callUuid} record={record} documents={documents} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ record, documents }: { record: FaxRecord; documents: Documents }) {
  const { t, formats } = useTexts();
  const display = useDisplayNumber();
  const { durationSeconds, transferRateBps } = record;
  return (
    <tr>
      <td>
        <DirectionCell direction={record.direction} />
      </td>
      <td className={styles.nowrap}>{formats.stamp(record.startStamp)}</td>
      <td className={styles.nowrap}>{display(record.sender)}</td>
      <td className={styles.nowrap}>{display(record.recipient)}</td>
      <td>
        <span className={styles.state} data-tone={record.success ? 'good' : 'bad'}>
          {record.success ? <DoneIcon /> : <ErrorIcon />}
          {record.result || t(record.success ? 'ui.records.succeeded' : 'ui.records.notSucceeded')}
        </span>
      </td>
      <td className={styles.number}>{record.pagesCount}</td>
      <td className={styles.number}>{durationSeconds === null ? '—' : formats.seconds(durationSeconds)}</td>
      <td className={styles.number}>{transferRateBps === null ? '—' : formats.number(transferRateBps)}</td>
      <td className={styles.text} title={record.header}>
        {record.header}
      </td>
      <td className={styles.stuck}>
        <DocumentActions callUuid={record.callUuid} documents={documents} />
      </td>
    </tr>
  );
}

function DirectionCell({ direction }: { direction: FaxRecord['direction'] }) {
  const { t } = useTexts();
  if (direction === null) return '—';
  const Sign = { inbound: InboundIcon, outbound: OutboundIcon, internal: InternalIcon }[direction];
  return (
    <span className={styles.state}>
      <Sign />
      {t(`ui.records.directions.${direction}`)}
    </span>
  );
}

function DocumentActions({ callUuid, documents }: { callUuid: string; documents: Documents }) {
  const { t } = useTexts();
  const busy = documents.busy === callUuid;
  return (
    <div className={styles.actions}>
      <IconButton
        icon={OpenIcon}
        label={t('ui.records.openDocument')}
        disabled={busy}
        onClick={() => documents.open(callUuid)}
      />
      <IconButton
        icon={DownloadIcon}
        label={t('ui.records.saveDocument')}
        disabled={busy}
        onClick={() => documents.save(callUuid)}
      />
    </div>
  );
}
