import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { shell } from 'electron';
import { fail, ok, type Result } from '../../app/result';

/** Writes a file that only the user can read. */
export async function writeFileOrFail(path: string, bytes: Uint8Array): Promise<Result<null>> {
  try {
    await writeFile(path, bytes, { mode: 0o600 });
    return ok(null);
  } catch {
    return fail({ kind: 'fileNotWritable', name: basename(path) });
  }
}

/** Opens a document in the system's viewer; where there is none, its folder. */
export async function showDocument(path: string): Promise<void> {
  const problem = await shell.openPath(path);
  if (problem !== '') shell.showItemInFolder(path);
}
