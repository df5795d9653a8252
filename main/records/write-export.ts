import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { type ExportFormat, exportText } from '../../app/history/export';
import type { HistoryRecord } from '../../app/history/record';
import type { Translate } from '../../app/i18n/translate';
import { fail, ok, type Result } from '../../app/result';

const pieceCharacters = 256 * 1024;

/** Writes a list to a file that only the user can read; answers how many records it holds. */
export async function writeExport(
  path: string,
  records: Iterable<HistoryRecord>,
  format: ExportFormat,
  t: Translate,
): Promise<Result<number>> {
  let count = 0;
  function* counted(): Generator<HistoryRecord> {
    for (const record of records) {
      count += 1;
      yield record;
    }
  }
  try {
    const file = await open(path, 'w', 0o600);
    try {
      let piece = '';
      for (const text of exportText(counted(), format, t)) {
        piece += text;
        if (piece.length < pieceCharacters) continue;
        await file.appendFile(piece);
        piece = '';
      }
      await file.appendFile(piece);
    } finally {
      await file.close();
    }
    return ok(count);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return fail({ kind: 'fileNotWritable', name: basename(path) });
    throw error;
  }
}
