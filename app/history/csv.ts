/**
 * A table as a Turkish Excel opens it by a double click: UTF-8 with a byte order mark, semicolons, CRLF. A cell that a
 * spreadsheet would reckon with (`=1+1`) or turn into a number (`902123205072`, `0212…`) is kept as the text it is.
 */
export const csvStart = '\ufeff';

/** One row with its end. A number stays one, with a decimal comma. */
export const csvRow = (cells: readonly (string | number | null)[]): string => `${cells.map(cellOf).join(';')}\r\n`;

function cellOf(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return quoted(asText(cell));
}

const longNumber = /^\d{6,}$|^0\d+$/;
const formula = /^[=+\-@\t\r\n]|^\s+[=+\-@]/;

/** `="902…"` is how Excel is told that digits are a text; what begins like a formula gets the quote Excel hides. */
function asText(text: string): string {
  if (longNumber.test(text)) return `="${text}"`;
  return formula.test(text) ? `'${text}` : text;
}

const quoted = (text: string): string => (/[";\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
