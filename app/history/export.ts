import { formatStamp, serviceZoneMinutes } from '../api/stamps';
import type { Translate } from '../i18n/translate';
import { isoMoment } from '../iso-moment';
import { csvRow, csvStart } from './csv';
import type { HistoryRecord } from './record';
import { momentOfStamp } from '../api/stamps';

export type ExportFormat = 'csv' | 'json';

const columns = [
  'start', 'answer', 'end', 'direction', 'sender', 'senderName', 'recipient', 'recipientName', 'header', 'success',
  'result', 'pagesSent', 'pagesTotal', 'duration', 'rate', 'note', 'tags', 'callUuid',
] as const; // prettier-ignore

/** The list as a file, piece by piece; times are Türkiye's and say so. What can't be read as a time stays as it came. */
export function* exportText(records: Iterable<HistoryRecord>, format: ExportFormat, t: Translate): Generator<string> {
  yield* format === 'csv' ? csvText(records, t) : jsonText(records);
}

function* csvText(records: Iterable<HistoryRecord>, t: Translate): Generator<string> {
  yield csvStart + csvRow(columns.map((column) => t(`records.columns.${column}`)));
  for (const record of records) yield csvRow(rowOf(record, t));
}

const rowOf = (record: HistoryRecord, t: Translate): (string | number | null)[] => [
  timeOf(record.startStamp, formatStamp),
  timeOf(record.answerStamp, formatStamp),
  timeOf(record.endStamp, formatStamp),
  record.direction === null ? '' : t(`records.directions.${record.direction}`),
  record.sender,
  record.senderName,
  record.recipient,
  record.recipientName,
  record.header,
  t(record.success ? 'records.yes' : 'records.no'),
  record.result,
  record.pagesSent,
  record.pagesTotal,
  record.durationSeconds,
  record.transferRateBps,
  record.note,
  record.tags.join(', '),
  record.callUuid,
];

function timeOf(stamp: string | null, write: (at: number) => string): string | null {
  const at = momentOfStamp(stamp ?? '');
  return at === null ? stamp : write(at);
}

const withZone = (at: number): string => isoMoment(at, serviceZoneMinutes);

function* jsonText(records: Iterable<HistoryRecord>): Generator<string> {
  let between = '[\n';
  for (const record of records) {
    yield `${between}  ${JSON.stringify(exported(record))}`;
    between = ',\n';
  }
  yield between === '[\n' ? '[]\n' : '\n]\n';
}

/** Without what only this program and this computer have a use for. */
function exported({ document, link, rotations, isUnread, ...record }: HistoryRecord): object {
  return {
    ...record,
    start: timeOf(record.startStamp, withZone),
    answer: timeOf(record.answerStamp, withZone),
    end: timeOf(record.endStamp, withZone),
    isUnread,
    documentSha256: document.kind === 'kept' ? document.sha256 : null,
    deliveryId: link.kind === 'matched' ? link.deliveryId : null,
    rotations,
  };
}
