import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { LAST_MOMENT_MS } from '../../../app/outbox/at-ms';
import type { DamagedFile } from './damaged-file';
import { rowsOn } from './rows';
import type { RawRow, Value } from './rows';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notNull: boolean;
  /** Added later than the table: rows from before lack it. */
  readonly mayBeMissing: boolean;
  /** `INTEGER PRIMARY KEY`: kept as the rowid. */
  readonly isRowid: boolean;
}

export interface Table {
  readonly name: string;
  /** `WITHOUT ROWID`: kept as an index is. */
  readonly isIndex: boolean;
  readonly columns: readonly Column[];
}

export type Row = Readonly<Record<string, Value>>;

interface ColumnRow {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly dflt_value: string | null;
  readonly pk: number;
}

/** The tables of a database, as their rows are kept. All are `STRICT`, so a row tells by its types whose it may be. */
export function tablesOf(database: DatabaseSyncInstance): Table[] {
  const names = database
    .prepare(
      "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .all() as { name: string; wr: number }[];
  return names.map(({ name, wr }) => {
    const columns = database.prepare('SELECT * FROM pragma_table_info(?)').all(name) as unknown as ColumnRow[];
    const keys = columns.filter(({ pk }) => pk > 0);
    return {
      name,
      isIndex: wr === 1,
      columns: columns.map((column) => ({
        name: column.name,
        type: column.type,
        notNull: column.notnull === 1,
        mayBeMissing: column.notnull === 0 || column.dflt_value !== null,
        isRowid: keys.length === 1 && column.pk === 1 && column.type === 'INTEGER',
      })),
    };
  });
}

/**
 * Every row that can be read, by table; also rows that SQLite itself no longer finds. Of rows that are not `whole` the
 * damaged values are replaced.
 */
export function readRows(
  file: DamagedFile,
  tables: readonly Table[],
  which: 'whole' | 'all' = 'all',
): Map<string, Row[]> {
  const found = new Map<string, Row[]>(tables.map(({ name }) => [name, []]));
  for (let number = 1; number <= file.pageCount; number++) {
    for (const raw of rowsOn(number, file.readPage, pagesOf(tables))) {
      const table = tableOf(raw, tables);
      if (table !== undefined && (which === 'all' || wrongValues(raw, table) === 0))
        found.get(table.name)?.push(named(raw, table));
    }
  }
  return found;
}

const pagesOf = (tables: readonly Table[]) => (tables.some(({ isIndex }) => isIndex) ? 'indexesToo' : 'tables');

/** In how far the rows of a file are not those of these tables: 0 where every value is of its column's type. */
export function misfit(file: DamagedFile, tables: readonly Table[]): number {
  let wrong = 0;
  for (let number = 1; number <= file.pageCount; number++) {
    for (const row of rowsOn(number, file.readPage, pagesOf(tables))) {
      wrong += Math.min(mostWrong + 1, ...tables.map((table) => wrongValues(row, table)));
    }
  }
  return wrong;
}

/**
 * Whose row it is: every value but a few damaged ones is of its column's type. One as long as a table has columns is
 * that table's before it is one of a table that has grown since.
 */
function tableOf(raw: RawRow, tables: readonly Table[]): Table | undefined {
  const rated = tables.map((table) => ({ table, wrong: wrongValues(raw, table) }));
  const least = Math.min(...rated.map(({ wrong }) => wrong));
  if (least > mostWrong || least * 3 > raw.values.length) return undefined;
  const fitting = rated.filter(({ wrong }) => wrong === least).map(({ table }) => table);
  return fitting.find(({ columns }) => columns.length === raw.values.length) ?? fitting[0];
}

const mostWrong = 4;

function wrongValues({ of, values }: RawRow, { columns, isIndex }: Table): number {
  if (values.length > columns.length || isIndex !== (of === 'index')) return Number.POSITIVE_INFINITY;
  return columns.filter((column, index) => !isFor(values[index], column)).length;
}

function isFor(value: Value | undefined, column: Column): boolean {
  if (value === undefined) return column.mayBeMissing;
  if (value === null) return column.isRowid || !column.notNull;
  if (column.type === 'TEXT') return typeof value === 'string';
  return column.type === 'REAL' ? Number.isFinite(value) : isCountOrMoment(value) && !column.isRowid;
}

/** Nothing that is counted here goes further than the last moment. */
const isCountOrMoment = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= LAST_MOMENT_MS;

/** In place of a damaged value: nothing, or as little as the column allows. */
function soundValue(value: Value | undefined, column: Column): Value {
  if (value !== undefined && isFor(value, column)) return value;
  if (!column.notNull) return null;
  return column.type === 'TEXT' ? '' : 0;
}

function named({ rowid, values }: RawRow, { columns }: Table): Row {
  const present = columns.filter((column, index) => index < values.length || !column.mayBeMissing);
  return Object.fromEntries(
    present.map((column, index) => [column.name, column.isRowid ? rowid : soundValue(values[index], column)]),
  );
}
