import * as z from 'zod/mini';
import type { Direction } from '../../../app/api/entities';
import {
  type HistoryRecord,
  recordDocumentSchema,
  type RecordDocument,
  type RecordLink,
  rotationsSchema,
} from '../../../app/history/record';
import { readJson } from '../read-json';

/** Lists of words, as tags, in a column. */
export const wordsSchema = z.array(z.string());

export interface RecordRow {
  readonly number: number;
  readonly call_uuid: string;
  readonly direction: Direction | null;
  readonly sender: string;
  readonly recipient: string;
  readonly header: string;
  readonly pages_count: string;
  readonly pages_sent: number | null;
  readonly pages_total: number | null;
  readonly transfer_rate_bps: number | null;
  readonly start_stamp: string;
  readonly answer_stamp: string | null;
  readonly end_stamp: string | null;
  readonly started_at: number | null;
  readonly ended_at: number | null;
  readonly duration_seconds: number | null;
  readonly success: number;
  readonly result: string;
  readonly unreadable: string;
  readonly unread: number;
  readonly note: string;
  readonly tags: string;
  readonly rotations: string;
  readonly sender_name: string | null;
  readonly recipient_name: string | null;
  readonly document: string | null;
}

/** After it comes what is selected from, `records` as `r`. */
export const recordColumns = `
r.number, r.call_uuid, r.direction, r.sender, r.recipient, r.header, r.pages_count, r.pages_sent, r.pages_total,
r.transfer_rate_bps, r.start_stamp, r.answer_stamp, r.end_stamp, r.started_at, r.ended_at, r.duration_seconds,
r.success, r.result, r.unreadable, r.unread, r.note, r.tags, r.rotations,
(SELECT name FROM names WHERE digits = r.sender_digits) AS sender_name,
(SELECT name FROM names WHERE digits = r.recipient_digits) AS recipient_name,
(SELECT state FROM record_documents WHERE call_uuid = r.call_uuid) AS document`;

export const wordsIn = (json: string): string[] => readJson(wordsSchema, json) ?? [];

export const documentOf = (state: string | null): RecordDocument =>
  (state === null ? null : readJson(recordDocumentSchema, state)) ?? { kind: 'notKept' };

export const recordOf = (row: RecordRow, link: RecordLink): HistoryRecord => ({
  callUuid: row.call_uuid,
  direction: row.direction,
  sender: row.sender,
  recipient: row.recipient,
  header: row.header,
  pagesCount: row.pages_count,
  pagesSent: row.pages_sent,
  pagesTotal: row.pages_total,
  transferRateBps: row.transfer_rate_bps,
  startStamp: row.start_stamp,
  answerStamp: row.answer_stamp,
  endStamp: row.end_stamp,
  durationSeconds: row.duration_seconds,
  success: row.success === 1,
  result: row.result,
  startAt: row.started_at,
  endAt: row.ended_at,
  unreadable: wordsIn(row.unreadable),
  isUnread: row.unread === 1,
  note: row.note,
  tags: wordsIn(row.tags),
  rotations: readJson(rotationsSchema, row.rotations) ?? {},
  senderName: row.sender_name,
  recipientName: row.recipient_name,
  document: documentOf(row.document),
  link,
});
