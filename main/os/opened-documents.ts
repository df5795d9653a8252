import { createHash } from 'node:crypto';
import { join } from 'node:path';

type Type = 'pdf' | 'tiff';

/** Where an earlier version put copies of a document to open them in another program; there or not. */
export const openedDocumentPaths = (home: string, id: string): string[] =>
  (['pdf', 'tiff'] as const).map((type) => pathOf(home, id, type));

const folderOf = (home: string): string => join(home, 'documents');

/** The service's id is not trusted as a file's name. */
function pathOf(home: string, id: string, type: Type): string {
  const safe = /^[\w-]{1,64}$/.test(id) ? id : createHash('sha256').update(id).digest('hex');
  return join(folderOf(home), `${safe}.${type === 'pdf' ? 'pdf' : 'tif'}`);
}
