import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

type Type = 'pdf' | 'tiff';

/** Where a copy of a document is put to be opened, by the id of its record or delivery; makes the folder. */
export function openedDocumentPath(home: string, id: string, type: Type): string {
  mkdirSync(folderOf(home), { recursive: true, mode: 0o700 });
  return pathOf(home, id, type);
}

/** Where copies of a document may be, there or not. */
export const openedDocumentPaths = (home: string, id: string): string[] =>
  (['pdf', 'tiff'] as const).map((type) => pathOf(home, id, type));

const folderOf = (home: string): string => join(home, 'documents');

/** The service's id is not trusted as a file's name. */
function pathOf(home: string, id: string, type: Type): string {
  const safe = /^[\w-]{1,64}$/.test(id) ? id : createHash('sha256').update(id).digest('hex');
  return join(folderOf(home), `${safe}.${type === 'pdf' ? 'pdf' : 'tif'}`);
}
