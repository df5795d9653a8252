/**
 * A table as a Turkish Excel opens it by a double click: UTF-8 with a byte order mark, semicolons, CRLF. A cell that a
 * spreadsheet would reckon with (`=1+1`) or turn into a number or a date (`902123205072`, `0212…`, `3/11`, `12E4`) is
 * kept as the text it is. A moment, `2026-11-23 14:30:05`, may become one.
 */
export const csvStart = '\ufeff';

/** One row with its end. A number stays one, with a decimal comma. */
export const csvRow = (cells: readonly (string | number | null)[]): string => `${cells.map(cellOf).join(';')}\r\n`;

function cellOf(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return quoted(asText(cell));
}

const moment = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;
const fewDigits = /^(?:0|[1-9]\d{0,4})$/;
/** Digits with what a number, a date or a fax number is written with. */
const likeNumber = /^\+?\(?\d[\d.,:/ ()-]*(?:e\d+)?%?$/i;
const formula = /^[=+\-@\t\r\n]|^\s+[=+\-@]/;

/** `="902…"` is how Excel is told that it is a text, of nothing but digits and their signs; what begins like a formula gets a quote before it. */
function asText(text: string): string {
  if (likeNumber.test(text) && !fewDigits.test(text) && !moment.test(text)) return `="${text}"`;
  return formula.test(text) ? `'${text}` : text;
}

const quoted = (text: string): string => (/[";\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
