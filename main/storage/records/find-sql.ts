import type { RecordQuestion, RecordSort } from '../../../app/history/question';
import { directionMark, successMark } from '../../../app/history/search-text';
import { readSearchWords, type SearchWords } from '../../../app/history/search-words';
import { canonicalNumber } from '../../../app/phone/fax-number';
import { firstNumberAt } from './record-numbers';

export type Parameter = string | number;

/** What follows SELECT and its columns. */
export interface FindSql {
  /** The numbers of the records: `search` as `s`, `records` as `r`, whichever are needed. */
  readonly from: string;
  /** The column with a record's number. */
  readonly number: 's.rowid' | 'r.number';
  readonly where: string;
  readonly parameters: readonly Parameter[];
}

interface Condition {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

const condition = (sql: string, ...parameters: Parameter[]): Condition => ({ sql, parameters });

/** Finds what `question` asks for. `now`: for words like "yesterday". */
export function findSql(question: RecordQuestion, { by }: Pick<RecordSort, 'by'>, now: number): FindSql {
  const words = readSearchWords(question.text ?? '', now);
  const isSearched = words.phrases.length > 0 || words.either.length > 0;
  const number = isSearched ? 's.rowid' : 'r.number';
  const fields = [...(isSearched ? [] : markedConditions(question)), ...fieldConditions(question)];
  const conditions = [
    ...(isSearched ? [condition('s.search MATCH ?', matchOf(words, question))] : []),
    ...timeConditions(number, question, words.span),
    ...fields,
  ];
  return {
    from: fromOf(isSearched, fields.length > 0 || by !== 'start'),
    number,
    where: conditions.length === 0 ? '' : `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`,
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}

/** What is only counted or passed over is found in an index alone, which is far smaller than the records. */
function fromOf(isSearched: boolean, needsRecords: boolean): string {
  if (!isSearched) return needsRecords ? 'records r' : 'records r INDEXED BY records_in_time';
  return needsRecords ? 'search s CROSS JOIN records r ON r.number = s.rowid' : 'search s';
}

/** A filter with a mark of its own is looked for in the index, which then passes over what it excludes. */
function matchOf({ phrases, either }: SearchWords, { direction, success }: RecordQuestion): string {
  const marks = [
    ...(direction === undefined ? [] : [directionMark[direction]]),
    ...(success === undefined ? [] : [successMark(success)]),
  ];
  const eithers = either.map((ones) => `(${ones.map(quoted).join(' OR ')})`);
  return [...phrases.map(quoted), ...marks.map(quoted), ...eithers].join(' AND ');
}

/** As a string of the index's language of queries. */
const quoted = (phrase: string): string => `"${phrase.replaceAll('"', '""')}"`;

function timeConditions(
  number: string,
  { since, until }: RecordQuestion,
  span: { readonly from: number; readonly until: number } | null,
): Condition[] {
  const from = Math.max(since ?? -Infinity, span?.from ?? -Infinity);
  const before = Math.min(until === undefined ? Infinity : until + 1000, span?.until ?? Infinity);
  return [
    ...(from > -Infinity ? [condition(`${number} >= ?`, firstNumberAt(from))] : []),
    ...(before < Infinity ? [condition(`${number} < ?`, firstNumberAt(before))] : []),
  ];
}

const markedConditions = ({ direction, success }: RecordQuestion): Condition[] => [
  ...(direction === undefined ? [] : [condition('r.direction = ?', direction)]),
  ...(success === undefined ? [] : [condition('r.success = ?', Number(success))]),
];

function fieldConditions({ sender, recipient, unread, tag }: RecordQuestion): Condition[] {
  return [
    ...(sender === undefined ? [] : [condition('r.sender_digits = ?', canonicalNumber(sender))]),
    ...(recipient === undefined ? [] : [condition('r.recipient_digits = ?', canonicalNumber(recipient))]),
    ...(unread === undefined ? [] : [condition(`r.unread = ${unread ? 1 : 0}`)]),
    ...(tag === undefined
      ? []
      : [condition("r.tags <> '[]' AND EXISTS (SELECT 1 FROM json_each(r.tags) WHERE value = ?)", tag)]),
  ];
}

const sortColumns = {
  start: null,
  sender: 'r.sender_digits',
  recipient: 'r.recipient_digits',
  header: 'r.header_key',
  result: 'r.result_key',
  pages: 'coalesce(r.pages_sent, -1)',
  duration: 'coalesce(r.duration_seconds, -1)',
} as const;

/** Where the sort leaves two records equal the time of their calls decides, in the same direction. */
export function orderSql(number: string, { by, descending }: RecordSort): string {
  const direction = descending ? 'DESC' : 'ASC';
  const column = sortColumns[by];
  return `ORDER BY ${column === null ? '' : `${column} ${direction}, `}${number} ${direction}`;
}
