import { isFaxHeading, isHeader } from '../../app/phone/named-numbers';
import { parseNumber } from '../../app/phone/fax-number';

/** A table of recipients, and which of its columns hold what. */
export interface RecipientTable {
  readonly rows: readonly (readonly string[])[];
  readonly hasHeader: boolean;
  readonly numberColumn: number;
  /** `null` where no column holds names. */
  readonly nameColumn: number | null;
}

/** Enough rows to tell the columns apart. */
const lookedAt = 100;

/** Guesses what the columns hold: the numbers are where most cells can be called, best under a heading that says fax. */
export function guessColumns(rows: readonly (readonly string[])[]): RecipientTable {
  const [first = []] = rows;
  const hasHeader = rows.length > 1 && isHeader(first);
  const sample = rows.slice(hasHeader ? 1 : 0, lookedAt);
  const columns = Math.max(0, ...sample.map((row) => row.length));
  const isNamedSo = (column: number): boolean => hasHeader && isFaxHeading(first[column] ?? '');
  const numberScore = (column: number): number => {
    const callable = sample.filter((row) => parseNumber(row[column] ?? '').ok).length;
    return callable + (callable > 0 && isNamedSo(column) ? sample.length : 0);
  };
  // Of numbers that can't be called, too, the user is to be told which they are.
  const digitScore = (column: number): number =>
    sample.filter((row) => /\d{3}/u.test(row[column] ?? '')).length + (isNamedSo(column) ? sample.length : 0);
  const nameScore = (column: number): number =>
    sample.filter((row) => /\p{L}{2}/u.test(row[column] ?? '') && !/[@\d]/.test(row[column] ?? '')).length;
  const numberColumn = best(columns, numberScore) ?? best(columns, digitScore) ?? 0;
  const nameColumn = best(columns, (column) => (column === numberColumn ? 0 : nameScore(column)));
  return { rows, hasHeader, numberColumn, nameColumn };
}

/** The first column with the highest score; `null` where none scores. */
function best(columns: number, score: (column: number) => number): number | null {
  let found: number | null = null;
  let highest = 0;
  for (let column = 0; column < columns; column++) {
    const own = score(column);
    if (own > highest) [found, highest] = [column, own];
  }
  return found;
}

/** The entries of the table, with the line each stands in, from 1. Rows without a number are entries, too. */
export function entriesOf({ rows, hasHeader, numberColumn, nameColumn }: RecipientTable) {
  return rows
    .map((row, index) => ({
      line: index + 1,
      number: row[numberColumn] ?? '',
      name: (nameColumn === null ? '' : (row[nameColumn] ?? '')) || null,
    }))
    .slice(hasHeader ? 1 : 0);
}
