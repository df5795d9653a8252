import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
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
