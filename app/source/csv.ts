const delimiters = [';', '\t', ','] as const;

/** Excel's own first line, which names what is between cells. */
const separatorLine = /^sep=(.)\r?\n/iu;

/**
 * The cells of a text with separated values (RFC 4180), in rows; empty rows are left out. What a spreadsheet is told to
 * take as a text (`="0212…"`) is that text.
 */
export function readCsv(text: string): string[][] {
  const [line = '', separator] = separatorLine.exec(text) ?? [];
  const rest = text.slice(line.length);
  return parse(rest, separator ?? delimiterOf(rest));
}

const asText = /^="([^"]*)"$/u;

/** A quoted cell, whatever stands between cells; at the end of the text it may lack its closing quote. */
const quotedCell = /(^|[;\t,\r\n]) *"(?:[^"]|"")*(?:"|$)/gu;

/**
 * Turkish spreadsheets write semicolons, since the comma is a decimal's. The one that stands most often between cells
 * is taken; what is inside quotes stands between none.
 */
function delimiterOf(text: string): string {
  const unquoted = text.slice(0, 20_000).replace(quotedCell, '$1');
  const count = (delimiter: string): number => unquoted.split(delimiter).length;
  return delimiters.reduce((best, each) => (count(each) > count(best) ? each : best));
}

function parse(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = (): void => {
    row.push(cell.trim().replace(asText, '$1'));
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    if (row.some((each) => each !== '')) rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (letter === '"' && cell.trim() === '') {
      cell = '';
      isQuoted = true;
    } else if (letter === delimiter) endCell();
    else if (letter === '\n' || letter === '\r') endRow();
    else cell += letter;
  }
  endRow();
  return rows;
}
