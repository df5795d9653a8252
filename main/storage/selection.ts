import { fold } from '../../app/fold';
import type { OutboxFilter, Selection } from '../../app/outbox/listing';

/** A condition on `deliveries d`, `faxes f`, and what stands for its question marks. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

const isIn = (column: string): string => `${column} IN (SELECT value FROM json_each(?))`;

/** The deliveries of one exchange that a filter lets through. */
export function filtered(exchange: string, { kinds, faxId, ids, search = '' }: OutboxFilter): Condition {
  return every([
    { sql: 'd.exchange = ?', values: [exchange] },
    ...(kinds === undefined ? [] : [{ sql: isIn('d.kind'), values: [JSON.stringify(kinds)] }]),
    ...(faxId === undefined ? [] : [{ sql: 'd.fax_id = ?', values: [faxId] }]),
    ...(ids === undefined ? [] : [{ sql: isIn('d.id'), values: [JSON.stringify(ids)] }]),
    ...(search.trim() === '' ? [] : [found(search.trim())]),
  ]);
}

export function selected(exchange: string, selection: Selection): Condition {
  if ('filter' in selection) return filtered(exchange, selection.filter);
  return every([
    { sql: 'd.exchange = ?', values: [exchange] },
    { sql: isIn('d.id'), values: [JSON.stringify(selection.deliveryIds)] },
  ]);
}

export const every = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => `(${sql})`).join(' AND '),
  values: conditions.flatMap(({ values }) => values),
});

/** Part of the header, or of the number however it is spelt: the trunk 0 is not among its E.164 digits. */
function found(search: string): Condition {
  const digits = search.replace(/\D/g, '').replace(/^0+/, '');
  // There are few different headers, however many faxes.
  const inHeader = {
    sql: 'f.header IN (SELECT header FROM (SELECT DISTINCT header FROM faxes) WHERE instr(fold(header), ?) > 0)',
    values: [fold(search)],
  };
  if (digits === '') return inHeader;
  return { sql: `${inHeader.sql} OR instr(d.recipient, ?) > 0`, values: [...inHeader.values, digits] };
}
