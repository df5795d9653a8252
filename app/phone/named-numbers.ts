/** One entry of a list of recipients, as it was written. */
export interface NamedNumber {
  readonly number: string;
  readonly name: string | null;
}

/**
 * The entries of a typed or pasted list: one a line, or apart by commas, semicolons or tabs, each with a name beside it
 * or none (`Ağrı Hukuk <0212 320 50 72>`, or a spreadsheet's row of a name and a number). What can't be told apart stays
 * an entry of its own, so that nothing is lost.
 */
export function readNamedNumbers(text: string): NamedNumber[] {
  const lines = text.split(/[\n\r\u2028\u2029]+/).map(cellsOf);
  const rows = lines.filter((cells) => cells.length > 0);
  const [first, second] = rows;
  const hasHeader = first !== undefined && second !== undefined && isHeader(first) && second.some(hasDigit);
  return (hasHeader ? rows.slice(1) : rows).flatMap(entriesOf);
}

/** The words a table of numbers is headed with, in Turkish and English. */
const headerWords = /faks|fax|telefon|\btel\b|numara|phone|number|gsm/iu;

/** Whether a table's row names its columns: words for numbers, and no number. */
export const isHeader = (cells: readonly string[]): boolean =>
  !cells.some(hasDigit) && cells.some((cell) => headerWords.test(cell));

/** Whether a column's heading is that of fax numbers. */
export const isFaxHeading = (heading: string): boolean => /faks|fax/iu.test(heading);

const cellsOf = (line: string): string[] =>
  line
    .split(/[\t,;]+/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');

function entriesOf(cells: readonly string[]): NamedNumber[] {
  const numbers = cells.filter(hasDigit);
  const names = cells.filter((cell) => !hasDigit(cell));
  const [only] = numbers;
  if (numbers.length === 1 && only !== undefined && names.length > 0 && names.every(isName)) {
    return [{ number: only, name: names.join(' ') }];
  }
  return cells.map(entryOf);
}

/** As in addresses of mail; here a name may have digits. */
const nameBeforeBrackets = /^(?<name>[^<>]*?)\s*<\s*(?<number>[+0-9(][\d\s().+/–-]*)>$/u;
const nameBefore = /^(?<name>\D*?)[\s:<([–-]*(?<number>[+0-9(][\d\s().+/–-]*)[>)\]]?$/u;
const nameAfter = /^(?<number>[+0-9(][\d\s().+/–-]*?)[\s:<([–-]+(?<name>\p{L}\D*)$/u;

/** A longer text is no name with a number. */
const longestCell = 200;

/** A number with a name in the same cell; else the cell as it is. */
function entryOf(cell: string): NamedNumber {
  if (!hasDigit(cell) || cell.length > longestCell) return { number: cell, name: null };
  const { name = '', number = '' } =
    [nameBeforeBrackets, nameBefore, nameAfter].map((form) => form.exec(cell)).find((found) => found !== null)
      ?.groups ?? {};
  const shown = name.replace(/[>)\]]+$/, '').trim();
  return isName(shown) ? { number: number.trim(), name: shown } : { number: cell, name: null };
}

const hasDigit = (text: string): boolean => /\d/.test(text);
const isName = (text: string): boolean => /\p{L}{2}/u.test(text);
