import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Overview } from '../../../app/history/overview';
import type { RecordQuestion } from '../../../app/history/question';
import { findSql } from './find-sql';

const mostNumbers = 100;
const isIn = "r.direction = 'inbound'";
const isOut = "r.direction IN ('outbound', 'internal')";
const cameThrough = '(r.success = 1 OR coalesce(r.pages_sent, 0) > 0)';

const sums = `
  coalesce(sum(${isOut} AND r.success = 1), 0) AS sent, coalesce(sum(${isOut} AND r.success = 0), 0) AS failed,
  coalesce(sum(${isIn} AND ${cameThrough}), 0) AS received, coalesce(sum(${isIn} AND NOT ${cameThrough}), 0) AS missed,
  coalesce(sum(iif(${isOut}, coalesce(r.pages_sent, 0), 0)), 0) AS pagesSent,
  coalesce(sum(iif(${isIn}, coalesce(r.pages_sent, 0), 0)), 0) AS pagesReceived,
  coalesce(sum(coalesce(r.duration_seconds, 0)), 0) AS lineSeconds`;

type Counts = Omit<Overview['days'][number], 'day'>;

/** What the records that pass a filter come to. `now`: for words like "yesterday". */
export function createOverview(
  database: DatabaseSyncInstance,
  now: () => number,
): (question: RecordQuestion) => Overview {
  return (question) => {
    // Sorted by what only the records hold, so that they are read.
    const { from, where, parameters } = findSql(question, { by: 'sender' }, now());
    const and = where === '' ? 'WHERE' : `${where} AND`;
    const all = <T>(sql: string): T[] => database.prepare(sql).all(...parameters) as T[];
    const byNumber = <T>(digits: string, way: string): T[] =>
      all(`SELECT ${digits} AS number, (SELECT name FROM names WHERE digits = ${digits}) AS name, ${sums}
           FROM ${from} ${and} ${way} GROUP BY ${digits} ORDER BY count(*) DESC, ${digits} LIMIT ${mostNumbers}`);
    const [total] = all<Counts>(`SELECT ${sums} FROM ${from} ${where}`);
    if (total === undefined) throw new Error('A sum has one row.');
    const tried = total.sent + total.failed;
    return {
      total: { ...total, successRate: tried === 0 ? null : total.sent / tried },
      days: all(`SELECT date(r.started_at / 1000, 'unixepoch', 'localtime') AS day, ${sums}
                 FROM ${from} ${and} r.started_at IS NOT NULL GROUP BY day ORDER BY day`),
      recipients: byNumber('r.recipient_digits', isOut),
      senders: byNumber('r.sender_digits', isIn),
    };
  };
}
